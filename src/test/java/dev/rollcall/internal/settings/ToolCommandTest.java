package dev.rollcall.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCommandTest {
  private static final String UNKNOWN = "java -jar rollcall-VERSION-cli.jar report a.jfr";

  @TempDir Path directory;

  private static CodeSource from(URL place) {
    return new CodeSource(place, (Certificate[]) null);
  }

  private CodeSource jar(String name) throws Exception {
    return from(Files.writeString(directory.resolve(name), "").toUri().toURL());
  }

  @Test
  void theToolIsTheJarItselfOrLiesBesideIt() throws Exception {
    CodeSource runtime = jar("rollcall-1.0.jar");
    assertThat(ToolCommand.report(runtime, "a.jfr")).isEqualTo(UNKNOWN);
    CodeSource tool = jar("rollcall-1.0-cli.jar");
    String expected = "java -jar " + directory.resolve("rollcall-1.0-cli.jar") + " report a.jfr";

    assertThat(ToolCommand.report(runtime, "a.jfr")).isEqualTo(expected);
    assertThat(ToolCommand.report(tool, "a.jfr")).isEqualTo(expected);
    assertThat(ToolCommand.report(jar("application.jar"), "a.jfr")).isEqualTo(UNKNOWN);
  }

  /** No jar, one within another, and what class loaders of their own say. */
  @Test
  void elsewhereOnlyItsNameIsKnown() throws Exception {
    assertThat(ToolCommand.report(null, "a.jfr")).isEqualTo(UNKNOWN);
    assertThat(ToolCommand.report(from(directory.toUri().toURL()), "a.jfr")).isEqualTo(UNKNOWN);
    for (String place :
        new String[] {
          "jar:file:/app.jar!/BOOT-INF/lib/rollcall-1.0.jar!/", "http://host/rollcall-1.0.jar"
        }) {
      assertThat(ToolCommand.report(from(URI.create(place).toURL()), "a.jfr")).isEqualTo(UNKNOWN);
    }
  }

  @Test
  void whatHasSpacesIsQuoted() {
    assertThat(ToolCommand.report(null, "my app.jfr")).endsWith(" report \"my app.jfr\"");
    assertThat(ToolCommand.report(Path.of("").toAbsolutePath().resolve("a.jfr")))
        .isEqualTo(UNKNOWN);
  }
}

package dev.rollcall.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrowserTest {
  private static final Path PAGE = Path.of("a page.html");

  private static List<List<String>> commands(String system, Map<String, String> environment) {
    return new Browser(environment, system).commands(PAGE);
  }

  @Test
  void eachSystemHasItsWay() {
    assertThat(commands("Mac OS X", Map.of())).containsExactly(List.of("open", "a page.html"));
    assertThat(commands("Windows 11", Map.of()))
        .containsExactly(List.of("cmd", "/c", "start", "\"\"", "a page.html"));
    assertThat(commands("Linux", Map.of("DISPLAY", ":0")))
        .containsExactly(List.of("xdg-open", "a page.html"));
    assertThat(commands("FreeBSD", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .containsExactly(List.of("xdg-open", "a page.html"));
  }

  @Test
  void whereThereIsNoScreenNoneIsLookedFor() {
    assertThat(commands("Linux", Map.of())).isEmpty();
    assertThat(new Browser(Map.of(), "Linux").open(PAGE)).isFalse();
  }

  @Test
  void theUserMayChoose() {
    String several = "firefox --new-tab %s" + File.pathSeparator + " chromium ";

    assertThat(commands("Linux", Map.of("BROWSER", several)))
        .containsExactly(
            List.of("firefox", "--new-tab", "a page.html"), List.of("chromium", "a page.html"));
    assertThat(commands("Mac OS X", Map.of("BROWSER", " "))).hasSize(1);
  }

  /** One that is not there, one that fails, and one that opens it. */
  @Test
  void theFirstThatCanOpensIt(@TempDir Path directory) throws Exception {
    Path opened = directory.resolve("opened.txt");
    Path opens = script(directory.resolve("opens"), "echo \"$1\" >'" + opened + "'");
    Path fails = script(directory.resolve("fails"), "exit 3");
    String missing = directory.resolve("missing").toString();

    assertThat(browser(missing, fails.toString()).open(PAGE)).isFalse();
    assertThat(opened).doesNotExist();
    assertThat(browser(missing, fails.toString(), opens.toString()).open(PAGE)).isTrue();
    assertThat(opened).hasContent("a page.html");
  }

  private static Browser browser(String... commands) {
    return new Browser(Map.of("BROWSER", String.join(File.pathSeparator, commands)), "Linux");
  }

  private static Path script(Path file, String line) throws Exception {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}

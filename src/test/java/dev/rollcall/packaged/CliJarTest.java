package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.reader.packed.Packer;
import dev.rollcall.recording.SampleRecordings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tool as one file, in an otherwise empty directory, without anything of the environment. */
@Tag("packaged")
final class CliJarTest {
  private static final long DEADLINE_SECONDS = 60;

  @TempDir private Path directory;
  private int status;
  private List<String> properties = List.of();

  @BeforeEach
  void copy() throws Exception {
    Files.copy(Jars.ours("-cli"), directory.resolve("rollcall.jar"));
  }

  /** Runs the tool to its end; what it printed. */
  private String run(String... arguments) throws Exception {
    Path output = Files.createTempFile("cli", ".out");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(properties);
      command.addAll(List.of("-jar", "rollcall.jar"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().clear();
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).isTrue();
      status = process.exitValue();
      return Files.readString(output, UTF_8);
    } finally {
      Files.delete(output);
    }
  }

  @Test
  void helps() throws Exception {
    assertThat(run("help")).contains("Usage: rollcall", "report", "history", "diff", "export");
    assertThat(status).isZero();
    assertThat(run("--version")).contains(System.getProperty("rollcall.version"));
  }

  @Test
  void reportsLeaks() throws Exception {
    Files.copy(SampleRecordings.get("leaky"), directory.resolve("app.jfr"));

    assertThat(run("report", "app.jfr"))
        .contains("LEAK: 2 of 10 registered resources were never released", "registered at")
        .doesNotContain("WARNING", "SLF4J");
    assertThat(status).isEqualTo(1);
    assertThat(run("report", "--format", "json", "-o", "app.json", "app.jfr")).isEmpty();
    assertThat(run("diff", "app.json", "app.jfr")).doesNotContain("Exception");
    assertThat(status).isZero();
  }

  /** By any JVM, without a word of its own on what the libraries load. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "LZ4", "ZSTANDARD", "ZIP_OF_ZSTANDARD"})
  void readsPackedRecordings(Packer packer) throws Exception {
    byte[] packed = packer.pack(Files.readAllBytes(SampleRecordings.get("leaky")));
    Files.write(directory.resolve("app.packed"), packed);

    assertThat(run("report", "app.packed"))
        .startsWith("LEAK: 2 of 10 registered resources were never released")
        .doesNotContain("WARNING");
    assertThat(status).isEqualTo(1);
  }

  /** On a system for which there is no library, it says so. */
  @Test
  void withoutZstandard() throws Exception {
    byte[] packed = Packer.ZSTANDARD.pack(Files.readAllBytes(SampleRecordings.get("leaky")));
    Files.write(directory.resolve("app.jfr.zst"), packed);
    properties = List.of("-Dos.arch=vax");

    assertThat(run("report", "app.jfr.zst"))
        .startsWith("rollcall: app.jfr.zst cannot be unpacked, for there is no Zstandard for ")
        .hasLineCount(1);
    assertThat(status).isEqualTo(3);
  }
}

package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The tool as one file, in an otherwise empty directory, without anything of the environment. */
@Tag("packaged")
final class CliJarTest {
  private static final long DEADLINE_SECONDS = 60;

  @TempDir private Path directory;
  private int status;

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
}

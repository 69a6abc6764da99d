package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.SampleRecordings;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.unit.UnitLookup;

/** A jar of the tool that is written over while the tool runs. */
class LostJarTest {
  /** More than a pipe holds. */
  private static final int MUCH = 1 << 18;

  @TempDir Path directory;

  @Test
  void aParserThatCannotBeLoadedIsNoFaultOfTheRecording() throws Exception {
    Path jar =
        Path.of(UnitLookup.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path copy = Files.copy(jar, directory.resolve("parser.jar"));
    List<String> classpath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().equals(jar) ? copy.toString() : entry)
            .toList();
    assertThat(classpath).contains(copy.toString());
    byte[] recording = Files.readAllBytes(SampleRecordings.get("leaky"));
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    while (input.size() < MUCH) {
      input.write(recording);
    }
    Path out = directory.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                String.join(File.pathSeparator, classpath),
                Main.class.getName(),
                "report",
                "-")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      // Returns when the tool has begun to read, which is before it parses.
      in.write(input.toByteArray());
      in.flush();
      Files.write(copy, new byte[1000]);
    }
    assertThat(process.waitFor()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(out, UTF_8))
        .startsWith("rollcall: a class of the tool cannot be loaded (java.lang.")
        .endsWith("): its jar was deleted, replaced or damaged; run the command again\n")
        .doesNotContain("\tat ");
  }
}

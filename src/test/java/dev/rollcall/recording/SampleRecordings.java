package dev.rollcall.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.reader.chunk.ChunkHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** The recordings of {@link SampleProgram}, written once for all tests. */
public final class SampleRecordings {
  private static final Path DIRECTORY = write();

  private SampleRecordings() {}

  /** A recording by name, without its {@code .jfr}. */
  public static Path get(String name) {
    return DIRECTORY.resolve(name + ".jfr");
  }

  /** Writes every chunk of a recording to a file of its own, as a JVM's repository has them. */
  public static void split(String name, Path directory) throws IOException {
    byte[] bytes = Files.readAllBytes(get(name));
    try (FileChannel file = FileChannel.open(get(name))) {
      int at = 0;
      while (at < bytes.length) {
        int end = at + (int) Objects.requireNonNull(ChunkHeader.read(file, at)).size();
        Files.write(directory.resolve("chunk" + at + ".jfr"), Arrays.copyOfRange(bytes, at, end));
        at = end;
      }
    }
  }

  private static Path write() {
    try {
      Path directory = Files.createTempDirectory("rollcall-samples");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SampleProgram.class.getName(),
                  directory.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.rollcall.hostile;

import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A sound recording, and what the command line says of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Original(String name, Truth truth, byte[] bytes) {
  /** What happened in the recorded program, with the exit code that tells it. */
  public enum Truth {
    CLEAN(0),
    LEAKY(1),
    MISUSED(1),
    OPEN(4),
    NOTHING(4),
    KILLED(4);

    final int code;

    Truth(int code) {
      this.code = code;
    }
  }

  /** Writes all originals into a directory, with the JDK that runs this. */
  public static void write(Path directory) throws IOException, InterruptedException {
    new ChildJvm().run(OriginalProgram.class, directory.toString()).with(0);
    Path repository = Files.createDirectories(directory.resolve("repository"));
    new ChildJvm()
        .options("-Drollcall.mode=warn", "-XX:StartFlightRecording")
        .options("-XX:FlightRecorderOptions:repository=" + repository)
        .run(OriginalProgram.class)
        .with(OriginalProgram.KILLED);
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jfr")).toList()) {
        Files.move(file, directory.resolve("killed.jfr"));
      }
    }
  }

  /** Reads them, in a fixed order; of a name such as {@code leaky-chunks} its beginning counts. */
  public static List<Original> read(Path directory) throws IOException {
    List<Original> originals = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jfr")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".jfr", "");
        String truth = name.replaceFirst("-.*", "").toUpperCase(Locale.ROOT);
        originals.add(new Original(name, Truth.valueOf(truth), Files.readAllBytes(file)));
      }
    }
    return originals;
  }
}

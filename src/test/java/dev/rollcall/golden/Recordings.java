package dev.rollcall.golden;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the recordings that this package reads, where they are missing:
 *
 * <pre>java -cp target/test-classes:target/classes:... dev.rollcall.golden.Recordings</pre>
 *
 * <p>Those that are there stay as they are, for a reader must read what older versions wrote.
 */
public final class Recordings {
  static final List<String> NAMES = List.of("clean", "finished", "running", "lossy");

  /** Those that are written when the program ends; others it dumps itself. */
  private static final Set<String> AT_EXIT = Set.of("clean", "finished", "whole");

  private Recordings() {}

  /** A recording by name, unpacked, as the command line is given it. */
  public static String get(String name) throws IOException {
    Path unpacked = Golden.made(name + ".jfr");
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(file(name)))) {
      Files.copy(packed, unpacked, StandardCopyOption.REPLACE_EXISTING);
    }
    return unpacked.toString();
  }

  private static Path file(String name) {
    return Golden.file(name + ".jfr.gz");
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    for (String name : NAMES) {
      if (!Files.exists(file(name))) {
        make(name, name);
      }
    }
  }

  /** Records a part of the program in a file. */
  static void make(String name, String file) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("golden").toRealPath();
    Files.copy(Path.of("jfc/rollcall.jfc"), directory.resolve("rollcall.jfc"));
    String destination = AT_EXIT.contains(name) ? name : "end";
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drollcall.mode=warn",
                "-Drollcall.ignore=*Story$Cache",
                "-Drollcall.expect=*$Tardy:500ms",
                "-XX:StartFlightRecording:settings=rollcall.jfc,filename=" + destination + ".jfr",
                "-cp",
                classPath(),
                RecordedProgram.class.getName(),
                name)
            .directory(directory.toFile())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(name + " ended with " + process.exitValue());
    }
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file(file)))) {
      packed.write(nameless(directory.resolve(name + ".jfr"), directory));
    }
  }

  /** It is started in another directory. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(joining(File.pathSeparator));
  }

  /** Where it was made is nobody's business; a name of the same length leaves the file intact. */
  private static byte[] nameless(Path file, Path directory) throws IOException {
    String name = directory.toString();
    return Files.readString(file, ISO_8859_1)
        .replace(name, "/" + "x".repeat(name.length() - 1))
        .getBytes(ISO_8859_1);
  }
}

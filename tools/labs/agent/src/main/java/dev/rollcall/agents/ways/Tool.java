package dev.rollcall.agents.ways;

import static java.util.stream.Collectors.joining;

import dev.rollcall.agents.ways.program.Way;
import dev.rollcall.agents.ways.program.WaysProgram;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An agent that the program runs with, in a JVM of its own. */
abstract class Tool {
  private static final long SECONDS = 120;
  static final Path DIRECTORY = Path.of("target/ways").toAbsolutePath();

  /** What the table calls it. */
  abstract String title();

  /** Which options the JVM needs; {@code directory} is where files may go. */
  abstract List<String> options(Path directory);

  /** What it saw. */
  abstract List<Seen> seen(Path directory) throws IOException;

  /** What was wrong beside. */
  List<String> complaints(Path directory) throws IOException {
    return List.of();
  }

  abstract String verdict(Way way, Sight sight, int number);

  /** Runs the program with it. */
  final Sight run(Jdk jdk, int ways) throws IOException, InterruptedException {
    Path directory = DIRECTORY.resolve(getClass().getSimpleName() + "-" + jdk.feature());
    delete(directory);
    Files.createDirectories(directory);
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(options(directory));
    command.addAll(List.of("-cp", classPath(), WaysProgram.class.getName()));
    command.add(directory.resolve("world").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("out.txt").toFile())
            .redirectError(directory.resolve("err.txt").toFile());
    builder.environment().keySet().removeAll(List.of("ROLLCALL_MODE", "JAVA_TOOL_OPTIONS"));
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException("the program ran longer than " + SECONDS + " s; see " + directory);
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "the program ended with status %d: see %s\n%s"
              .formatted(
                  process.exitValue(), directory, Files.readString(directory.resolve("err.txt"))));
    }
    Sight sight = Sight.of(ways, Files.readAllLines(directory.resolve("out.txt")), seen(directory));
    sight.strays().addAll(complaints(directory));
    return sight;
  }

  /** The lab's own classes, and what the program opens, without Rollcall. */
  static String classPath() throws IOException {
    try {
      Path own = Path.of(Way.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Stream.concat(
              Stream.of(own.toString()),
              Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                  .filter(each -> each.matches(".*/(h2|HikariCP|slf4j-api)-[^/]*[.]jar")))
          .collect(joining(File.pathSeparator));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(directory)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}

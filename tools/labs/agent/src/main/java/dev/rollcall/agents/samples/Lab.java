package dev.rollcall.agents.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sample runs on.
 *
 * @param home of the JDK
 * @param version of the JDK
 * @param agent the agent's jar
 * @param directory for what the sample needs and leaves, empty
 */
record Lab(Path home, String version, Path agent, Path directory) {

  static Lab of(Path home, Path agent) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return new Lab(home, version, agent, Path.of("target", "samples", version).toAbsolutePath());
  }

  int feature() {
    return Runtime.Version.parse(version).feature();
  }

  /** The same, with a directory of its own. */
  Lab in(String sample) throws IOException {
    Path own = directory.resolve(sample.replaceAll("[^A-Za-z0-9]+", "-"));
    delete(own);
    Files.createDirectories(own);
    return new Lab(home, version, agent, own);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(directory)) {
      all = tree.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  /** The lab's own classes, for a class path. */
  static Path classes() {
    return Path.of("target", "classes").toAbsolutePath();
  }

  /** The one jar of the lab's class path whose name begins so. */
  static Path jar(String start) {
    return entries(start).findFirst().orElseThrow(() -> new IllegalStateException("no " + start));
  }

  /** A class path of the lab's classes and of the jars whose names begin so. */
  static String classPath(String... starts) {
    return Stream.concat(Stream.of(classes()), Arrays.stream(starts).flatMap(Lab::entries))
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> entries(String start) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> String.valueOf(path.getFileName()).startsWith(start));
  }
}

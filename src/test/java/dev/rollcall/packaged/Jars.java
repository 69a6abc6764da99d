package dev.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the jars are: ours in the build directory, others on the class path of the test. */
final class Jars {
  private Jars() {}

  /** Ours; the classifier is "" for what a program needs. */
  static Path ours(String classifier) {
    String name = "rollcall-" + System.getProperty("rollcall.version") + classifier + ".jar";
    Path jar = Path.of("target", name).toAbsolutePath();
    assertThat(jar).matches(Files::exists, "has been built");
    return jar;
  }

  /** What tests are written with. */
  static List<Path> junit() {
    return others("junit-jupiter-api", "junit-platform-commons", "opentest4j", "apiguardian-api");
  }

  /** What runs them, without an engine. */
  static List<Path> launcher() {
    return others(
        "junit-platform-launcher",
        "junit-platform-engine",
        "junit-platform-commons",
        "opentest4j",
        "apiguardian-api");
  }

  /** Others, by their names without a version. */
  static List<Path> others(String... names) {
    return Arrays.stream(names).map(Jars::other).toList();
  }

  private static Path other(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.getFileName().toString().matches("\\Q" + name + "\\E-[0-9].*[.]jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not on the class path"));
  }
}

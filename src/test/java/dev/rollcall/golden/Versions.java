package dev.rollcall.golden;

import static java.util.stream.Collectors.joining;

import dev.rollcall.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each version recorded, and what was found in it. {@code tools/golden} makes that of the
 * version in the pom; those of other versions stay as they are.
 */
final class Versions {
  /** A life of every kind, and more lives than a checkpoint names. */
  static final List<String> RECORDINGS = List.of("whole", "crowd");

  /** What may be said in other words, and who is suspected, which any version may do better. */
  static final Set<String> WORDING = Set.of("evidence", "sentence", "suspects", "causes");

  private static final String HOME = "versions";
  private static final Pattern VERSION =
      Pattern.compile("^  <version>([^<-]+)(-SNAPSHOT)?</version>$", Pattern.MULTILINE);

  private Versions() {}

  /** The version that is being made. */
  static String current() throws IOException {
    return VERSION
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  /** All that have recordings. */
  static List<String> all() throws IOException {
    try (Stream<Path> versions = Files.list(Golden.file(HOME))) {
      return versions.map(version -> version.getFileName().toString()).sorted().toList();
    }
  }

  /** A recording of a version, by name. */
  static String recording(String version, String name) {
    return HOME + "/" + version + "/" + name;
  }

  /** What was found in it. */
  static String findings(String version, String name) {
    return recording(version, name) + ".report.json";
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    String version = current();
    Files.createDirectories(Golden.file(HOME).resolve(version));
    for (String name : RECORDINGS) {
      Recordings.make(name, recording(version, name));
      Ran ran = Ran.of("report", "--format", "json", Recordings.get(recording(version, name)));
      Files.writeString(
          Golden.file(findings(version, name)), GoldenJson.withoutWording(ran.out(), WORDING));
    }
    System.out.println(
        RECORDINGS.stream()
            .map(name -> Golden.file(recording(version, name)) + ".jfr.gz")
            .collect(joining("\n")));
  }
}

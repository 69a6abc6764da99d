package dev.rollcall.cases;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A known leak of a public library.
 *
 * @param name what it is called on the command line
 * @param main the class in {@code src/cases}, without its package
 * @param title one line for a reader: the library, and what it forgets
 * @param link the public issue or pull request
 * @param artifacts Maven coordinates, with {@code {version}} for the version that changes
 * @param leaking the last version that leaks
 * @param fixing the first version that does not
 * @param bug what goes wrong
 * @param count how many resources leak, or are over-released, with the leaking version, exactly
 * @param why why it is that many
 * @param guilty the methods that the fix changed in order to release, the most exact first
 * @param fix what the fix does, and so why those are guilty
 * @param registers who registers what it opens without the agent; null if nobody can
 * @param agent what the agent is to watch; null if it is not run under the agent
 * @param detector the library's own leak detector, null if it has none
 */
record RealCase(
    String name,
    String main,
    String title,
    String link,
    List<String> artifacts,
    String leaking,
    String fixing,
    Bug bug,
    long count,
    String why,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Guilty> guilty,
    String fix,
    @Nullable Registrar registers,
    @Nullable String agent,
    @Nullable Detector detector) {
  private static final String PACKAGE = "dev.rollcall.cases.";

  /** The class to run, in full. */
  String mainClass() {
    return PACKAGE + main;
  }

  /** The source file, relative to the root of the case sources. */
  String source() {
    return mainClass().replace('.', '/') + ".java";
  }

  /** Both versions, the leaking one first. */
  List<String> versions() {
    return List.of(leaking, fixing);
  }

  /** The ways in which it is run, that without the agent first. */
  List<Way> ways() {
    return Stream.concat(
            Stream.ofNullable(registers).map(Way::of), Stream.ofNullable(agent).map(Way::agent))
        .toList();
  }

  /** How much goes wrong with a version. */
  long expected(String version) {
    return version.equals(leaking) ? count : 0;
  }

  /** The coordinates of one version. */
  List<String> artifacts(String version) {
    return artifacts.stream().map(artifact -> artifact.replace("{version}", version)).toList();
  }
}

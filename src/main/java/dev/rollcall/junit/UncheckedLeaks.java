package dev.rollcall.junit;

import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was still registered when the tests ended, and no {@link LeakChecked} test has told of. In
 * mode fail it fails the run: as a class of this name that failed, where the runner takes that, or
 * else by an error at the end of JUnit's session.
 */
final class UncheckedLeaks {
  private UncheckedLeaks() {}

  static void print(LeakReport report) {
    Stderr.print(text(report) + System.lineSeparator());
  }

  /**
   * Fails the run.
   *
   * @throws TestLeakError if no runner has taken it as the failure of a class
   */
  static void fail(LeakReport report) {
    RunLeakError error =
        new RunLeakError(text(report), FailureText.ownFrames(report.groups().get(0).site()));
    RunLeaksEngine.report(error);
    if (!error.isRead()) {
      throw error;
    }
  }

  private static String text(LeakReport report) {
    String groups =
        report
            .toString()
            .lines()
            .skip(1)
            .dropWhile(line -> !line.startsWith("LEAK: ")) // a long headline's second line
            .collect(Collectors.joining(System.lineSeparator()));
    LeakGroup first = report.groups().get(0);
    return String.format(
        Locale.ROOT,
        "LEAK: %,d of %,d registered resources %s still registered when the tests ended; no"
            + " @LeakChecked test has reported %s.%n%s%n"
            + "Next: annotate the test class with @LeakChecked, so that the test that forgets fails."
            + "%nIgnore what is released only after the tests, as by a shutdown hook:%n"
            + "    -Drollcall.ignore=%s",
        report.leaked(),
        report.registered(),
        report.leaked() == 1 ? "was" : "were",
        report.leaked() == 1 ? "it" : "them",
        groups,
        Printable.of(first.type()));
  }
}

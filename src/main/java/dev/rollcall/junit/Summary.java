package dev.rollcall.junit;

import dev.rollcall.LeakGroup;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.common.Words;
import dev.rollcall.internal.RunCheck;
import dev.rollcall.internal.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was checked since the last summary, in one line. */
final class Summary {
  private static final int MAX_IGNORED = 5;

  private static Summary now = new Summary();

  private final Map<String, Long> ignored = new TreeMap<>();
  private long tests;
  private long failedTests;
  private long failedContainers;
  private long leaked;
  private long misused;
  private long unchecked;

  private Summary() {}

  /** Counts a test that ran while the checker was off. */
  static synchronized void unchecked() {
    now.unchecked++;
  }

  /** Counts a test that was checked. */
  static synchronized void checked() {
    now.tests++;
  }

  /** Counts a test or a container that failed. */
  static synchronized void failed(Found found, boolean test) {
    if (test) {
      now.failedTests++;
    } else {
      now.failedContainers++;
    }
    now.leaked +=
        found.leaks().stream().map(leak -> leak.group()).mapToLong(LeakGroup::count).sum();
    now.misused += found.misuses().size();
  }

  /** Counts a leak that is wanted. */
  static synchronized void ignored(String type, String reason) {
    now.ignored.merge(Printable.of(type) + " (" + Printable.of(reason) + ")", 1L, Long::sum);
  }

  /** Prints the line, unless there was no test to check, and begins anew. */
  static void print() {
    Summary ended = begin();
    if (ended.tests + ended.unchecked + ended.failedTests + ended.failedContainers > 0) {
      Stderr.print(ended.line() + System.lineSeparator());
    } else if (Settings.isModeSet() && RunCheck.isIdle()) {
      Stderr.print(LeakWords.nothingChecked() + System.lineSeparator());
    }
  }

  private static synchronized Summary begin() {
    Summary ended = now;
    now = new Summary();
    return ended;
  }

  private String line() {
    if (unchecked > 0 && tests == 0) {
      return String.format(
          Locale.ROOT,
          "Rollcall: %s not checked: rollcall.mode is off",
          Words.count(unchecked, "test was", "tests were"));
    }
    boolean clean = failedTests + failedContainers == 0;
    StringBuilder line = new StringBuilder(prefix());
    line.append(Words.count(tests, "test")).append(" checked, ");
    if (clean) {
      line.append("no leaks");
    } else {
      line.append(Words.count(leaked, "resource")).append(" leaked");
      line.append(misused == 0 ? "" : ", " + Words.count(misused, "misuse"));
      line.append(", in ").append(Words.count(failedTests, "test"));
      line.append(
          failedContainers == 0
              ? ""
              : " and " + Words.count(failedContainers, "class or run", "classes or runs"));
    }
    if (!ignored.isEmpty()) {
      line.append(String.format(Locale.ROOT, "; %,d ignored: ", sum()));
      line.append(
          ignored.entrySet().stream()
              .limit(MAX_IGNORED)
              .map(
                  entry -> String.format(Locale.ROOT, "%,d x %s", entry.getValue(), entry.getKey()))
              .reduce((a, b) -> a + ", " + b)
              .orElse(""));
      line.append(ignored.size() > MAX_IGNORED ? ", ..." : "");
    }
    if (clean && !RunCheck.hasRegistered()) {
      line.append(
          ", but 0 resources were ever registered: nothing that these tests use calls Rollcall, so"
              + " this proves nothing");
    }
    return line.toString();
  }

  /** So that who looks for {@code LEAK:} finds leaks and nothing else. */
  private String prefix() {
    return leaked > 0 ? "LEAK: " : misused > 0 ? "MISUSE: " : "Rollcall: ";
  }

  private long sum() {
    return ignored.values().stream().mapToLong(Long::longValue).sum();
  }
}

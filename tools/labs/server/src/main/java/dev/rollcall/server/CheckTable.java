package dev.rollcall.server;

import java.util.List;

/** What was checked, as text. */
final class CheckTable {
  private static final String PASSED = "ok    ";
  private static final String FAILED = "FAILED";

  private CheckTable() {}

  static String text(List<Check> checks) {
    int run = checks.stream().mapToInt(check -> check.run().length()).max().orElse(0);
    int what = checks.stream().mapToInt(check -> check.what().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Check check : checks) {
      text.append(check.passed() ? PASSED : FAILED)
          .append("  ")
          .append(padded(check.run(), run))
          .append("  ")
          .append(padded(check.what(), what))
          .append("  ")
          .append(check.seen())
          .append('\n');
    }
    return text.toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}

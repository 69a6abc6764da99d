package dev.rollcall.mutants;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which executions of a call are skipped: one in {@code every}, beginning with number {@code from},
 * counted from 0.
 */
record Share(int every, int from) {
  /** All of them. */
  static final Share ALWAYS = new Share(1, 0);

  private static final Pattern TEXT = Pattern.compile("1/([1-9][0-9]{0,5})\\+([0-9]{1,6})");

  Share {
    if (from >= every) {
      throw new IllegalArgumentException(from + " is not less than " + every);
    }
  }

  /** Reads what {@link #toString} has written. */
  static Share parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a share: " + text);
    }
    return new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether an execution is skipped. */
  boolean has(long execution) {
    return execution % every == from;
  }

  @Override
  public String toString() {
    return "1/" + every + "+" + from;
  }
}

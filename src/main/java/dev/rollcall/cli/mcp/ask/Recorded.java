package dev.rollcall.cli.mcp.ask;

import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;

/** Text from a recording as answers have it: short, and without control characters. */
final class Recorded {
  /** Characters of one text that are told. */
  static final int LONGEST = 300;

  private Recorded() {}

  /** A text that may be anything. */
  static String text(String text) {
    String harmless = Printable.of(text);
    if (harmless.length() <= LONGEST) {
      return harmless;
    }
    int end = LONGEST - (Character.isHighSurrogate(harmless.charAt(LONGEST - 1)) ? 1 : 0);
    return harmless.substring(0, end)
        + "... ("
        + Words.count(harmless.length() - end, "more character")
        + ")";
  }

  /** The same in double quotes, out of which it cannot break. */
  static String quoted(String text) {
    return '"' + text(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A frame as in a stack trace. */
  static String frame(StackTraceElement frame) {
    return text(Words.frame(frame));
  }
}

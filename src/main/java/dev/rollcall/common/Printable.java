package dev.rollcall.common;

import java.util.Locale;

/** Text from a program or a recording, made harmless to a terminal or a log. */
public final class Printable {
  /** Characters of one text that are kept; what a longer one has in its middle is left out. */
  public static final int LONGEST = 1_000;

  private static final int HEAD = 700;
  private static final int TAIL = LONGEST - HEAD;

  private Printable() {}

  /**
   * {@code text} with control and bidirectional characters shown as escapes, not sent, and no
   * longer than {@link #bounded} makes it.
   */
  public static String of(String text) {
    String kept = bounded(text);
    if (kept.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return kept;
    }
    StringBuilder out = new StringBuilder(kept.length());
    kept.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format("\\u%04x", c));
              }
            });
    return out.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** {@code text} as it is, but without the middle of one longer than {@value #LONGEST}. */
  public static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int head = HEAD - (Character.isHighSurrogate(text.charAt(HEAD - 1)) ? 1 : 0);
    int tail = text.length() - TAIL;
    tail += Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
    return String.format(
        Locale.ROOT,
        "%s... (%,d characters left out) ...%s",
        text.substring(0, head),
        tail - head,
        text.substring(tail));
  }
}

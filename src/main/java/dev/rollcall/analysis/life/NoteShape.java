package dev.rollcall.analysis.life;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a hand-over's note says in all lives: numbers are of one life, and become {@code #}; but
 * those in the name of a class are part of it.
 */
final class NoteShape {
  private static final Pattern WORD = Pattern.compile("[\\p{Alnum}_$]++");

  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]+|[0-9]+");

  /**
   * As {@code Http2Frame}, {@code Utf8}, {@code utf8Decoder}; but not {@code stream3} or a hash.
   */
  private static final Pattern CLASS =
      Pattern.compile("(?=[^A-Z]*[A-Z])[A-Za-z_$][\\p{Alnum}_$]*?[A-Za-z]{3}[\\p{Alnum}_$]*");

  private NoteShape() {}

  /** That of a note; null of none. */
  static @Nullable String of(@Nullable String note) {
    return note == null || !hasDigit(note)
        ? note
        : WORD.matcher(note).replaceAll(word -> Matcher.quoteReplacement(shape(word.group())));
  }

  private static String shape(String word) {
    return !hasDigit(word) || CLASS.matcher(word).matches()
        ? word
        : NUMBER.matcher(word).replaceAll("#");
  }

  /** Few notes have one, and to search for a pattern takes longer than all else about a life. */
  private static boolean hasDigit(String note) {
    for (int i = 0; i < note.length(); i++) {
      if (note.charAt(i) >= '0' && note.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}

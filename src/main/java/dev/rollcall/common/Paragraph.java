package dev.rollcall.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence as lines that fit. Lines are broken between words only; a frame is one word, and so is
 * a number with its unit, so whatever names something stays whole and can be found and copied: a
 * word that is longer than a line has a line to itself.
 */
public final class Paragraph {
  /** Columns of a line where no terminal says how wide it is. */
  public static final int COLUMNS = 100;

  /** What belongs together: a group and its fingerprint, two words in parentheses, a time. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:group \\S+@\\S+|[^\\s(]*\\([^\\s()]+ [^\\s()]+\\)\\S*"
              + "|[0-9][0-9.,]* (?:ms|s|min)\\b\\S*|\\S+)");

  private Paragraph() {}

  /** As {@link #of(String, String, String, int)}, where no terminal says how wide it is. */
  public static List<String> of(String lead, String text, String hanging) {
    return of(lead, text, hanging, COLUMNS);
  }

  /**
   * The lines of a text, without line ends; one line, however little there is to say.
   *
   * @param lead what the first line begins with
   * @param hanging what all others begin with
   */
  public static List<String> of(String lead, String text, String hanging, int columns) {
    if (lead.length() + text.length() <= columns) {
      return List.of((lead + text).stripTrailing());
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(lead);
    boolean hasWord = false;
    int end = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      // As many spaces as the text has: they may be a value's own.
      String gap = hasWord ? text.substring(end, words.start()) : "";
      if (hasWord && line.length() + gap.length() + words.group().length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(hanging);
        gap = "";
      }
      line.append(gap).append(words.group());
      hasWord = true;
      end = words.end();
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}

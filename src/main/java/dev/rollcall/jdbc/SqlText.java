package dev.rollcall.jdbc;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL as the description of a statement: enough to recognise it, and nothing of what it is about.
 * Reports travel further than databases.
 */
final class SqlText {
  private static final int LONGEST = 200;

  /** How much is read of a text, which may be a whole script. */
  private static final int READ = 2_000;

  /** Where a text is quoted in a way that only some databases know, nothing of the rest is told. */
  private static final Pattern UNSURE = Pattern.compile("\\\\|\\$\\w*\\$|[qQ]'|#");

  private static final Pattern PARTS =
      Pattern.compile(
          "(\"[^\"]*+(?:\"|\\z)|`[^`]*+(?:`|\\z))"
              + "|((?:'[^']*+(?:'|\\z))++|(?<![\\w$.])[.]?\\d[\\w.]*+)"
              + "|(?s:/\\*.*?(?:\\*/|\\z)|--[^\\n]*+|\\s)++");

  private SqlText() {}

  /**
   * The description of the statement that is made with these arguments; null if there is no SQL.
   */
  static @Nullable String describing(Object @Nullable [] arguments) {
    return arguments != null && arguments[0] instanceof String sql ? of(sql) : null;
  }

  /** The beginning of a statement, on one line, with a question mark for each value. */
  static String of(String sql) {
    String read = sql.length() > READ ? sql.substring(0, READ) : sql;
    Matcher unsure = UNSURE.matcher(read);
    if (unsure.find()) {
      read = read.substring(0, unsure.start());
    }
    String text = PARTS.matcher(read).replaceAll(SqlText::shown).strip();
    if (text.length() > LONGEST) {
      return text.substring(0, LONGEST) + "...";
    }
    return read.length() < sql.length() ? text + "..." : text;
  }

  private static String shown(MatchResult part) {
    return part.group(1) != null
        ? Matcher.quoteReplacement(part.group())
        : part.group(2) != null ? "?" : " ";
  }
}

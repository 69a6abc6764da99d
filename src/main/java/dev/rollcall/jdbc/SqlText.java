package dev.rollcall.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * SQL as the description of a statement: enough to recognise it, and nothing of what it is about,
 * because reports travel further than databases. Read by hand, since every prepared statement is.
 */
final class SqlText {
  private static final int LONGEST = 200;
  private static final String CUT = "...";

  private final String sql;
  private final StringBuilder text = new StringBuilder();
  private int at;

  /** Whether it is not known where a value ends: nothing of the rest is told. */
  private boolean unsure;

  private SqlText(String sql) {
    this.sql = sql;
  }

  /**
   * The description of the statement that is made with these arguments; null if there is no SQL.
   */
  static @Nullable String describing(Object @Nullable [] arguments) {
    return arguments != null && arguments[0] instanceof String sql ? of(sql) : null;
  }

  /** The beginning of a statement, on one line, with a question mark for each value. */
  static String of(String sql) {
    return new SqlText(sql).text();
  }

  private String text() {
    while (at < sql.length() && text.length() <= LONGEST && !unsure) {
      next();
    }
    String whole = text.toString().strip();
    return whole.length() > LONGEST
        ? whole.substring(0, LONGEST) + CUT
        : unsure || at < sql.length() ? whole + CUT : whole;
  }

  /** Whether a quotation begins that only some databases know. */
  private boolean isForeign(char c) {
    return switch (c) {
      case '\\', '#' -> true;
      case '$' -> !isWord(at - 1);
      case '\'' -> is(at - 1, 'q') || is(at - 1, 'Q');
      case '[' -> sql.substring(at, after("]")).contains("'");
      default -> false;
    };
  }

  private void next() {
    char c = sql.charAt(at);
    if (isForeign(c)) {
      unsure = true;
    } else if (Character.isWhitespace(c)) {
      blank(at + 1);
    } else if (c == '-' && is(at + 1, '-')) {
      blank(after("\n"));
    } else if (c == '/' && is(at + 1, '*')) {
      at += 2;
      blank(after("*/"));
    } else if (c == '\'') {
      at++;
      int end = after("'");
      unsure = sql.substring(at, end).contains("\\"); // which may be a quoted quote
      value(end);
    } else if (c == '"' || c == '`') {
      int begin = at++;
      int end = after(String.valueOf(c));
      if (c == '`' || is(begin - 1, '.') || is(end, '.')) {
        text.append(sql, begin, end);
        at = end;
      } else {
        value(end); // a name in standard SQL, but a value to MySQL and others
      }
    } else if (!isWord(at - 1) && (isDigit(at) || (c == '.' && isDigit(at + 1)))) {
      int end = at + 1;
      while (isWord(end) || is(end, '.')) {
        end++;
      }
      value(end);
    } else {
      text.append(c);
      at++;
    }
  }

  private void blank(int end) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
    at = end;
  }

  /** A value of several parts, as one with a quote in it, is one. */
  private void value(int end) {
    if (!(is(at - 2, '\'') && text.charAt(text.length() - 1) == '?')) {
      text.append('?');
    }
    at = end;
  }

  /** Behind the next place where this stands, or at the end. */
  private int after(String mark) {
    int found = sql.indexOf(mark, at);
    return found < 0 ? sql.length() : found + mark.length();
  }

  private boolean is(int place, char c) {
    return place >= 0 && place < sql.length() && sql.charAt(place) == c;
  }

  private boolean isDigit(int place) {
    return place < sql.length() && Character.isDigit(sql.charAt(place));
  }

  private boolean isWord(int place) {
    return place >= 0
        && place < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(place)) || is(place, '_') || is(place, '$'));
  }
}

package dev.rollcall.cli.mcp.ask;

import dev.rollcall.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Some of many rows: those that are asked for, and of these as many as an answer has room for. What
 * is left out is said, and how to ask for it.
 */
final class Listing {
  static final int MOST_OFFSET = 1_000_000;

  /** Bytes of all rows; the rest of an answer has less than what this leaves. */
  private static final int ROOM = 40_000;

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final String one;
  private final String many;
  private final long total;
  private final int offset;

  /** A row, as fields and as lines of text. */
  record Row(Fields fields, String text) {
    int size() {
      return Answer.size(fields.map()) + Answer.size(text);
    }
  }

  private Listing(String one, String many, long total, int offset) {
    this.one = one;
    this.many = many;
    this.total = total;
    this.offset = offset;
  }

  /**
   * Rows of a list.
   *
   * @param noun what one of them is, as in "1 group"
   */
  static <T> Listing of(String noun, List<T> all, int offset, int limit, Function<T, Row> row) {
    int from = Math.min(offset, all.size());
    int to = Math.min(from + limit, all.size());
    return of(noun, noun + "s", all.subList(from, to), all.size(), offset, row);
  }

  /** Rows of which the first ones are passed over already. */
  static <T> Listing of(
      String one, String many, List<T> wanted, long total, int offset, Function<T, Row> row) {
    Listing listing = new Listing(one, many, total, offset);
    int room = ROOM;
    for (T each : wanted) {
      Row next = row.apply(each);
      room -= next.size();
      if (room < 0) {
        break;
      }
      listing.rows.add(next.fields().map());
      listing.text.append(next.text()).append('\n');
    }
    return listing;
  }

  /** Adds the rows and what is left out of them. */
  void into(Fields fields, String name, StringBuilder lines) {
    String leftOut = leftOut();
    fields
        .with(name, List.copyOf(rows))
        .with("total", total)
        .with("offset", (long) offset)
        .text("leftOut", leftOut);
    lines.append(text);
    if (!leftOut.isEmpty()) {
      lines.append(leftOut).append('\n');
    }
  }

  /** Empty where nothing is. */
  private String leftOut() {
    long next = offset + (long) rows.size();
    if (next < total) {
      return String.format(
          Locale.ROOT,
          "%,d of %s %s shown; ask for more with offset %d.",
          rows.size(),
          Words.count(total, one, many),
          rows.size() == 1 ? "is" : "are",
          next);
    }
    if (offset > 0) {
      return rows.isEmpty()
          ? String.format(
              Locale.ROOT,
              "There %s %s, so none is left after offset %d; ask with a smaller one.",
              total == 1 ? "is" : "are",
              Words.count(total, one, many),
              offset)
          : String.format(
              Locale.ROOT,
              "These are the last of %s; offset 0 shows the first.",
              Words.count(total, one, many));
    }
    return "";
  }
}

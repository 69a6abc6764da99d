package dev.rollcall.cli.watch;

import dev.rollcall.attach.OpenNow;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The types of a JVM as lines: a table for a person, or a line a type for other programs. */
public final class Table {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Where a type has less room than this, columns that say nothing are left out. */
  private static final int NARROW = 20;

  /** What is said of a number that is not known. */
  private static final String UNKNOWN = "-";

  private static final List<String> HEADINGS = List.of("OPEN", "OLDEST", "GROWTH", "OVERDUE");

  /**
   * Lines beside those of the types: two above them, and below them what is left out and a hint.
   */
  private static final int OTHER_LINES = 5;

  private final long pid;
  private final ZoneId zone;

  /** {@code zone}: by whose clock a person lives. */
  public Table(long pid, ZoneId zone) {
    this.pid = pid;
    this.zone = zone;
  }

  /**
   * As a table.
   *
   * @param columns no line is longer
   * @param lines there are no more
   */
  public List<String> of(OpenNow now, List<Row> rows, int columns, int lines) {
    List<Row> sorted = rows.stream().sorted(Row.MOST_TELLING_FIRST).toList();
    List<Row> shown = sorted.stream().limit(Math.max(1, lines - OTHER_LINES)).toList();
    List<String> out = new ArrayList<>();
    String headline =
        "JVM "
            + pid
            + " at "
            + CLOCK.format(now.time().atZone(zone))
            + ": "
            + String.format(Locale.ROOT, "%,d", open(rows))
            + " open";
    out.add(fitting(columns, headline + ", of " + Words.count(rows.size(), "type"), headline));
    List<List<String>> cells = shown.stream().map(Table::cells).toList();
    List<String> headings = HEADINGS;
    int[] widths = widths(headings, cells);
    if (columns - IntStream.of(widths).map(width -> width + 2).sum() < NARROW) {
      List<Integer> telling = telling(cells);
      headings = chosen(telling, headings);
      cells = cells.stream().map(row -> chosen(telling, row)).toList();
      widths = widths(headings, cells);
    }
    int forType = columns;
    for (int width : widths) {
      forType -= width + 2;
    }
    int widest = shown.stream().mapToInt(row -> name(row).length()).max().orElse(0);
    int typeWidth = Math.max("TYPE".length(), Math.min(forType, widest));
    out.add(line("TYPE", typeWidth, headings, widths));
    for (int i = 0; i < shown.size(); i++) {
      out.add(line(fitted(name(shown.get(i)), typeWidth), typeWidth, cells.get(i), widths));
    }
    if (shown.size() < sorted.size()) {
      List<Row> rest = sorted.subList(shown.size(), sorted.size());
      out.add(
          String.format(
              Locale.ROOT,
              "and %,d open of %s",
              open(rest),
              Words.count(rest.size(), "more type")));
    }
    String more = "rollcall dump " + pid;
    out.add(
        fitting(columns, more + " tells where they were registered", more + " tells where from"));
    return out.stream()
        .map(line -> line.length() > columns ? line.substring(0, columns) : line)
        .toList();
  }

  /** A line a type, which stands for itself. */
  public List<String> lines(OpenNow now, List<Row> rows) {
    Instant time = now.time().truncatedTo(ChronoUnit.SECONDS);
    return rows.stream()
        .sorted(Row.MOST_TELLING_FIRST)
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s pid=%d type=%s open=%d oldest=%s growth=%s overdue=%d",
                    time,
                    pid,
                    name(row),
                    row.now().open(),
                    row.now().oldestMillis() < 0
                        ? UNKNOWN
                        : String.format(Locale.ROOT, "%.1fs", row.now().oldestMillis() / 1e3),
                    growth(row.perMinute()),
                    row.now().overdue()))
        .toList();
  }

  private static long open(List<Row> rows) {
    return rows.stream().mapToLong(row -> row.now().open()).sum();
  }

  private static String name(Row row) {
    return Printable.of(row.now().type());
  }

  private static List<String> cells(Row row) {
    long oldest = row.now().oldestMillis();
    return List.of(
        String.format(Locale.ROOT, "%,d", row.now().open()),
        oldest < 0 ? UNKNOWN : age(oldest),
        growth(row.perMinute()),
        String.format(Locale.ROOT, "%,d", row.now().overdue()));
  }

  /** No wider than its heading below an hour, so that the columns stay where they are. */
  private static String age(long millis) {
    return TimeSpan.age(millis).replace("under ", "<");
  }

  private static String growth(OptionalDouble perMinute) {
    return perMinute.isEmpty()
        ? UNKNOWN
        : String.format(Locale.ROOT, "%+.1f/min", perMinute.getAsDouble());
  }

  private static String fitting(int columns, String text, String shorter) {
    return text.length() <= columns ? text : shorter;
  }

  /** Which columns say anything; the first two always do. */
  private static List<Integer> telling(List<List<String>> rows) {
    return IntStream.range(0, HEADINGS.size())
        .filter(
            column ->
                column < 2
                    || rows.stream()
                        .map(row -> row.get(column))
                        .anyMatch(cell -> !cell.equals(UNKNOWN) && !cell.equals("0")))
        .boxed()
        .toList();
  }

  private static List<String> chosen(List<Integer> columns, List<String> row) {
    return columns.stream().map(row::get).toList();
  }

  private static int[] widths(List<String> headings, List<List<String>> rows) {
    int[] widths = headings.stream().mapToInt(String::length).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static String line(String type, int typeWidth, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(type).append(" ".repeat(typeWidth - type.length()));
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(" ".repeat(2 + widths[i] - cell.length())).append(cell);
    }
    return line.toString();
  }

  /** A class whole, or without its package, or what fits of its end. */
  private static String fitted(String name, int width) {
    if (name.length() <= width) {
      return name;
    }
    String shorter = Words.shortClass(name);
    return shorter.length() <= width
        ? shorter
        : "..." + shorter.substring(Math.max(0, shorter.length() - width + 3));
  }
}

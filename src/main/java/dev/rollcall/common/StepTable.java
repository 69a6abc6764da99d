package dev.rollcall.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A life as a table: when, on which thread, what, the resulting count, where, and the note. */
public final class StepTable {
  private static final int WIDEST = 32;
  private static final List<String> HEADER =
      List.of("time", "thread", "step", "count", "where: note");
  private static final int LAST = HEADER.size() - 1;
  private static final String BELOW = " ".repeat(6);

  private final List<List<String>> rows = new ArrayList<>(List.of(HEADER));

  /** A table without steps. */
  public StepTable() {}

  /**
   * Adds a step.
   *
   * @param nanos since the first step
   * @param count the resulting reference count; null where it is not known
   */
  public void add(
      long nanos,
      String thread,
      String step,
      @Nullable Long count,
      @Nullable StackTraceElement frame,
      @Nullable String note) {
    String where = frame == null ? "" : Words.frame(frame);
    String words = note == null ? "" : Printable.of(note);
    rows.add(
        List.of(
            "+" + TimeSpan.exact(Math.max(0, nanos)),
            Printable.of(thread),
            step,
            count == null ? "" : count.toString(),
            where.isEmpty() || words.isEmpty() ? where + words : where + ": " + words));
  }

  /**
   * The header, and each step, as the lines that it needs: what does not fit behind the other
   * columns stands below them.
   *
   * @param columns of a line
   */
  public List<List<String>> rows(int columns) {
    int[] widths = new int[LAST];
    for (List<String> row : rows) {
      for (int i = 0; i < LAST; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
      }
    }
    return rows.stream().map(row -> lines(row, widths, columns)).toList();
  }

  private static List<String> lines(List<String> row, int[] widths, int columns) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < LAST; i++) {
      line.append(row.get(i)).append(" ".repeat(Math.max(0, widths[i] - row.get(i).length()) + 2));
    }
    String lead = line.toString();
    String last = row.get(LAST);
    int longest = Arrays.stream(last.split(" ", -1)).mapToInt(String::length).max().orElse(0);
    if (lead.length() + longest <= columns) {
      return Paragraph.of(lead, last, " ".repeat(lead.length()), columns);
    }
    List<String> lines = new ArrayList<>(List.of(lead.stripTrailing()));
    lines.addAll(Paragraph.of(BELOW, last, BELOW, columns));
    return lines;
  }
}

package dev.rollcall.report;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/** A life as a table: when, on which thread, what, the resulting count, where, and the note. */
public final class LifeTable {
  private static final int COLUMNS = 5;
  private static final int WIDEST = 32;

  private LifeTable() {}

  /** One line a step; {@code stacks} adds the whole stack of each below it. */
  public static void append(StringBuilder out, String indent, History history, boolean stacks) {
    List<Step> steps = history.steps();
    if (steps.isEmpty()) {
      out.append(indent).append("(no step of it was recorded)\n");
      return;
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"time", "thread", "step", "count", "where: note"});
    long start = steps.get(0).moment().time();
    for (Step step : steps) {
      rows.add(row(step, start));
    }
    int[] widths = widths(rows);
    for (int i = 0; i < rows.size(); i++) {
      append(out.append(indent), rows.get(i), widths);
      if (stacks && i > 0 && !steps.get(i - 1).moment().site().isUnknown()) {
        SiteLines.appendWhole(out, indent + "      at ", steps.get(i - 1).moment().site());
      }
    }
  }

  private static String[] row(Step step, long start) {
    String where = ReportWords.applicationFrame(step.moment().site());
    String note = ReportWords.note(step);
    return new String[] {
      "+" + TimeSpan.exact(Math.max(0, step.moment().time() - start)),
      ReportWords.thread(step.moment().thread()),
      step.kind().word(),
      step.refCount() == null ? "" : step.refCount().toString(),
      where.isEmpty() || note.isEmpty() ? where + note : where + ": " + note
    };
  }

  private static int[] widths(List<String[]> rows) {
    int[] widths = new int[COLUMNS - 1];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], row[i].length()));
      }
    }
    return widths;
  }

  private static void append(StringBuilder out, String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row[i]).append(" ".repeat(Math.max(0, widths[i] - row[i].length()) + 2));
    }
    out.append(line.append(row[COLUMNS - 1]).toString().stripTrailing()).append('\n');
  }
}

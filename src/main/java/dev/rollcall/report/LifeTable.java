package dev.rollcall.report;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.StepTable;
import dev.rollcall.recording.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A life as a table, its steps as the recording has them. */
public final class LifeTable {
  private LifeTable() {}

  /** As the other, in lines of {@value Paragraph#COLUMNS} columns. */
  public static void append(StringBuilder out, String indent, History history, boolean stacks) {
    append(new Page(out, Paragraph.COLUMNS), indent, history, stacks);
  }

  /** Who made a check is of interest only where it is the program. */
  private static @Nullable StackTraceElement where(Step step) {
    StackTraceElement frame = ReportWords.application(step.moment().site());
    return step.kind() == Step.Kind.LEAK && frame != null && !FrameKind.isProgram(frame)
        ? null
        : frame;
  }

  /** One row a step; {@code stacks} adds the whole stack of each below it. */
  static void append(Page page, String indent, History history, boolean stacks) {
    List<Step> steps = history.steps();
    if (steps.isEmpty()) {
      page.line(
          indent
              + (history.isFollowed()
                  ? "(none of its steps was recorded)"
                  : "(none of its steps was recorded, for it is not followed)"));
      return;
    }
    StepTable table = new StepTable();
    for (Step step : steps) {
      table.add(
          step.moment().time() - steps.get(0).moment().time(),
          ReportWords.thread(step.moment().thread()),
          step.kind().word(),
          step.refCount(),
          where(step),
          step.note());
    }
    List<List<String>> rows = table.rows(page.columns() - indent.length());
    rows.get(0).forEach(line -> page.line(indent + line));
    for (int i = 0; i < steps.size(); i++) {
      rows.get(i + 1).forEach(line -> page.line(indent + line));
      Site site = steps.get(i).moment().site();
      if (stacks && !site.isUnknown()) {
        SiteLines.appendWhole(page, indent + "      at ", site);
      }
    }
  }
}

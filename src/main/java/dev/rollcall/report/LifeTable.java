package dev.rollcall.report;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.StepTable;
import dev.rollcall.recording.Site;
import java.util.List;

/** A life as a table, its steps as the recording has them. */
public final class LifeTable {
  private LifeTable() {}

  /** One line a step; {@code stacks} adds the whole stack of each below it. */
  public static void append(StringBuilder out, String indent, History history, boolean stacks) {
    List<Step> steps = history.steps();
    if (steps.isEmpty()) {
      out.append(indent).append("(none of its steps was recorded)\n");
      return;
    }
    StepTable table = new StepTable();
    for (Step step : steps) {
      table.add(
          step.moment().time() - steps.get(0).moment().time(),
          ReportWords.thread(step.moment().thread()),
          step.kind().word(),
          step.refCount(),
          ReportWords.application(step.moment().site()),
          step.note());
    }
    List<String> lines = table.lines();
    out.append(indent).append(lines.get(0)).append('\n');
    for (int i = 0; i < steps.size(); i++) {
      out.append(indent).append(lines.get(i + 1)).append('\n');
      Site site = steps.get(i).moment().site();
      if (stacks && !site.isUnknown()) {
        SiteLines.appendWhole(out, indent + "      at ", site);
      }
    }
  }
}

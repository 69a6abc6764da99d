package dev.rollcall.internal.check;

import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.StepTable;
import dev.rollcall.common.Words;
import dev.rollcall.internal.live.KeptStep;
import dev.rollcall.internal.live.ScopedDetail;
import java.util.ArrayList;
import java.util.List;

/** The last steps of a life, as far as they are kept in memory. */
final class LifeText {
  private static final int HEADER_AND_REGISTRATION = 2;

  /** The table stands within the text of a failed test. */
  private static final int INDENT = 8;

  private static final int COLUMNS = Paragraph.COLUMNS - INDENT;

  private LifeText() {}

  /** A table, the registration first. */
  static List<String> of(ScopedDetail life, List<StackTraceElement> site) {
    StepTable table = new StepTable();
    StackTraceElement registered =
        site.stream().filter(FrameKind::isProgram).findFirst().orElse(null);
    String thread = life.thread == null ? "" : life.thread;
    table.add(0, thread, "register", null, registered, life.description);
    for (KeptStep step : life.lastSteps()) {
      table.add(
          step.nanos() - life.registeredNanos,
          step.thread(),
          step.kind().word(),
          step.count() < 0 ? null : step.count(),
          step.frame(),
          step.note());
    }
    List<String> lines = new ArrayList<>();
    List<List<String>> rows = table.rows(COLUMNS);
    for (int i = 0; i < rows.size(); i++) {
      if (i == HEADER_AND_REGISTRATION && life.forgotten() > 0) {
        lines.add("... " + Words.count(life.forgotten(), "step") + " not kept");
      }
      lines.addAll(rows.get(i));
    }
    return lines;
  }
}

package dev.rollcall.internal.check;

import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.internal.live.KeptStep;
import dev.rollcall.internal.live.ScopedDetail;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last steps of a life as a table: when, which step, on which thread, where, and the note. */
final class LifeText {
  private static final int COLUMNS = 3;
  private static final int WIDEST = 32;

  private LifeText() {}

  /** One line a step, the registration first. */
  static List<String> of(ScopedDetail life, List<StackTraceElement> site) {
    List<String[]> rows = new ArrayList<>();
    StackTraceElement registered =
        site.stream().filter(FrameKind::isProgram).findFirst().orElse(null);
    String thread = life.thread == null ? "" : life.thread;
    rows.add(row(0, "register", thread, registered, life.description));
    for (KeptStep step : life.lastSteps()) {
      StackFrame frame = step.frame();
      rows.add(
          row(
              step.nanos() - life.registeredNanos,
              step.count() < 0 ? step.kind() : step.kind() + " to " + step.count(),
              step.thread(),
              frame == null ? null : frame.toStackTraceElement(),
              step.note()));
    }
    List<String> lines = lines(rows);
    if (life.forgotten() > 0) {
      lines.add(1, String.format(Locale.ROOT, "... %,d steps", life.forgotten()));
    }
    return lines;
  }

  private static String[] row(
      long nanos,
      String step,
      String thread,
      @Nullable StackTraceElement frame,
      @Nullable String note) {
    String where = frame == null ? "" : Words.frame(frame);
    String words = note == null ? "" : Printable.of(note);
    return new String[] {
      String.format(Locale.ROOT, "+%.3f ms", Math.max(0, nanos) / 1e6),
      step,
      Printable.of(thread),
      where.isEmpty() || words.isEmpty() ? where + words : where + ": " + words
    };
  }

  private static List<String> lines(List<String[]> rows) {
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < COLUMNS; i++) {
        int column = i;
        int width =
            rows.stream().mapToInt(one -> Math.min(WIDEST, one[column].length())).max().orElse(0);
        line.append(row[i]).append(" ".repeat(Math.max(0, width - row[i].length()) + 2));
      }
      lines.add(line.append(row[COLUMNS]).toString().stripTrailing());
    }
    return lines;
  }
}

package dev.rollcall.report.folded;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.gate.Report;
import dev.rollcall.report.ReportWords;
import java.util.List;
import java.util.StringJoiner;

/**
 * Leaks as folded stacks, which flame graph tools read: one line for each leak group, the outermost
 * frame first, then the type of what leaked, marked {@code _[i]} as async-profiler marks the type
 * of an allocation, and how many leaked. Line numbers are left out, as they are in such graphs.
 * What is open is in it only where it is asked for, on a tower of its own: below the frame {@code
 * [open]}.
 */
public final class FoldedReport {
  private FoldedReport() {}

  /** All leaks; empty when there is none. */
  public static String of(Findings findings) {
    return of(Report.of(findings));
  }

  /** What is to be shown of a report: leaks, unless something else was asked for. */
  public static String of(Report report) {
    Findings findings = report.listed();
    StringBuilder out = new StringBuilder();
    for (LeakFinding group : findings.groups()) {
      line(out, group.site().frames(), group.type(), group.count(), false);
    }
    long rest = ReportWords.unlisted(findings);
    if (rest > 0) {
      line(out, List.of(), "", rest, false);
    }
    if (report.shown().openAsked()) {
      for (OpenFinding open : findings.open().groups()) {
        line(out, open.group().site().frames(), open.type(), open.count(), true);
      }
    }
    return out.toString();
  }

  private static void line(
      StringBuilder out, List<StackTraceElement> frames, String type, long count, boolean isOpen) {
    StringJoiner stack = new StringJoiner(";");
    if (isOpen) {
      stack.add(FlameNames.OPEN);
    }
    if (frames.isEmpty()) {
      stack.add(FlameNames.UNKNOWN_SITE);
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      stack.add(FlameNames.frameClass(frames.get(i)) + '.' + FlameNames.frameMethod(frames.get(i)));
    }
    out.append(stack.add(FlameNames.type(type) + "_[i]")).append(' ').append(count).append('\n');
  }
}

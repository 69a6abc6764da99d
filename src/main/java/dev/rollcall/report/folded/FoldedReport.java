package dev.rollcall.report.folded;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.gate.Report;
import dev.rollcall.report.ReportWords;
import java.util.List;
import java.util.StringJoiner;

/**
 * Leaks as folded stacks, which flame graph tools read: one line for each leak group, the outermost
 * frame first, then the type of what leaked, marked {@code _[i]} as async-profiler marks the type
 * of an allocation, and how many leaked. Line numbers are left out, as they are in such graphs.
 */
public final class FoldedReport {
  private FoldedReport() {}

  /** All leaks; empty when there is none. */
  public static String of(Findings findings) {
    StringBuilder out = new StringBuilder();
    for (LeakFinding group : findings.groups()) {
      line(out, group.site().frames(), group.type(), group.count());
    }
    long rest = ReportWords.unlisted(findings);
    if (rest > 0) {
      line(out, List.of(), "", rest);
    }
    return out.toString();
  }

  /** As {@link #of(Findings)}; by bytes, how many bytes they hold, without what holds none. */
  public static String of(Report report) {
    if (report.by() == LeakFinding.By.COUNT) {
      return of(report.findings());
    }
    StringBuilder out = new StringBuilder();
    for (LeakFinding group : report.findings().groups()) {
      if (group.bytes() > 0) {
        line(out, group.site().frames(), group.type(), group.bytes());
      }
    }
    return out.toString();
  }

  private static void line(
      StringBuilder out, List<StackTraceElement> frames, String type, long count) {
    StringJoiner stack = new StringJoiner(";");
    if (frames.isEmpty()) {
      stack.add(FlameNames.UNKNOWN_SITE);
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      stack.add(FlameNames.frameClass(frames.get(i)) + '.' + FlameNames.frameMethod(frames.get(i)));
    }
    out.append(stack.add(FlameNames.type(type) + "_[i]")).append(' ').append(count).append('\n');
  }
}

package dev.rollcall.report;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Report;
import java.util.List;

/**
 * Leaks by cause, most leaks first: first a line for each cause, then each with its groups. What
 * the groups of a cause have in common is said once, and of many groups only the first are told in
 * full. A single group is told as such.
 */
final class CauseLines {
  private static final int MAX_CAUSES = 20;
  private static final int IN_FULL = 3;
  private static final int IN_SHORT = 50;
  private static final String ALL = " (--format json lists all)";

  private final Page page;
  private final Report report;

  private CauseLines(Page page, Report report) {
    this.page = page;
    this.report = report;
  }

  static void append(Page page, Report report) {
    List<Cause> causes =
        Cause.of(report.findings().groups(), report.by()).stream()
            .filter(cause -> !cause.direct().isEmpty())
            .toList();
    CauseLines lines = new CauseLines(page, report);
    if (causes.size() > 1) {
      lines.table(causes);
    }
    causes.stream().limit(MAX_CAUSES).forEach(lines::cause);
    if (causes.size() > MAX_CAUSES) {
      long more =
          causes.subList(MAX_CAUSES, causes.size()).stream()
              .mapToLong(cause -> cause.direct().size())
              .sum();
      page.gap();
      page.sentence("", "and " + Words.count(more, "more group") + ALL);
    }
  }

  private void table(List<Cause> causes) {
    page.gap();
    boolean unplaced = causes.get(causes.size() - 1).direct().get(0).isUnplaced();
    page.line(
        "Causes, most "
            + (report.by() == LeakFinding.By.BYTES ? "bytes" : "leaks")
            + " first"
            + (unplaced ? ", and last what is not followed" : ""));
    for (Cause cause : causes.subList(0, Math.min(MAX_CAUSES, causes.size()))) {
      page.sentence("  ", ReportWords.cause(cause));
    }
    if (causes.size() > MAX_CAUSES) {
      page.sentence("  ", "and " + Words.count(causes.size() - MAX_CAUSES, "more cause") + ALL);
    }
  }

  private void cause(Cause cause) {
    List<LeakFinding> groups = cause.direct();
    if (groups.size() == 1) {
      GroupLines.inFull(page, report, groups.get(0), 0);
      return;
    }
    Suspect suspect = cause.suspect();
    if (suspect != null) {
      page.gap();
      page.sentence(
          "Cause: ",
          String.format(
              "%s, the first suspect of %s with %s. Strongest evidence:",
              ReportWords.method(suspect),
              Words.count(groups.size(), "group"),
              Words.count(cause.leaked(), "leaked resource")));
      GroupLines.suspect(page, "  ", suspect);
    }
    int inFull = Math.min(IN_FULL, groups.size());
    groups.subList(0, inFull).forEach(group -> GroupLines.inFull(page, report, group, 1));
    folded(groups, inFull);
  }

  /** Of the sites only the frame that tells them apart. */
  private void folded(List<LeakFinding> groups, int from) {
    if (groups.size() == from) {
      return;
    }
    page.gap();
    int shared = shared(groups);
    int to = Math.min(groups.size(), from + IN_SHORT);
    for (LeakFinding group : groups.subList(from, to)) {
      GroupLines.inShort(page, group, apart(group, shared));
    }
    if (groups.size() > to) {
      long leaked = groups.subList(to, groups.size()).stream().mapToLong(LeakFinding::count).sum();
      page.sentence(
          "",
          String.format(
              "and %s of this cause, with %s%s",
              Words.count(groups.size() - to, "more group"),
              Words.count(leaked, "leaked resource"),
              ALL));
    }
  }

  /** How many of the innermost frames all groups have in common. */
  private static int shared(List<LeakFinding> groups) {
    List<StackTraceElement> first = groups.get(0).site().frames();
    int shared = first.size();
    for (LeakFinding group : groups) {
      List<StackTraceElement> frames = group.site().frames();
      int same = 0;
      while (same < Math.min(shared, frames.size()) && frames.get(same).equals(first.get(same))) {
        same++;
      }
      shared = same;
    }
    return shared;
  }

  private static String apart(LeakFinding group, int shared) {
    List<StackTraceElement> frames = group.site().frames();
    return frames.stream()
        .skip(Math.min(shared, frames.size()))
        .filter(FrameKind::isProgram)
        .findFirst()
        .map(Words::frame)
        .orElseGet(() -> ReportWords.applicationFrame(group.site()));
  }
}

package dev.rollcall.report;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was open when the recordings ended, group by group, and none of it called leaked. Groups
 * that are as old as released siblings become are normal flight: a line each if they are few, else
 * one line for all. Of many others only the first are told in full.
 */
final class OpenLines {
  private static final int IN_FULL = 5;
  private static final int IN_SHORT = 20;
  private static final int FEW_USUAL = 3;
  private static final String ALL = " (--format json lists all)";

  private final Page page;

  private OpenLines(Page page) {
    this.page = page;
  }

  static void append(Page page, Report report) {
    Shown shown = report.shown();
    List<OpenFinding> groups =
        report.findings().open().groups().stream()
            .filter(open -> open.group().direct() > 0)
            .toList();
    if (groups.isEmpty()) {
      none(page, report);
      return;
    }
    OpenLines lines = new OpenLines(page);
    page.gap();
    page.sentence(
        "",
        String.format(
            "Open when the recording ended%s, which is no leak; ages are up to then",
            shown.olderThanMillis() == 0
                ? ""
                : " and at least " + TimeSpan.age(shown.olderThanMillis()) + " old"));
    lines.told(groups.stream().filter(open -> !open.isUsual()).toList());
    lines.usual(groups.stream().filter(OpenFinding::isUsual).toList());
  }

  /** Says so only where somebody asked. */
  private static void none(Page page, Report report) {
    Shown shown = report.shown();
    if (shown.open() && shown.olderThanMillis() > 0) {
      page.gap();
      page.sentence(
          "",
          "Nothing that is known one by one was open for "
              + TimeSpan.age(shown.olderThanMillis())
              + " or longer.");
    } else if (shown.openAsked() && report.findings().totals().open() == 0) {
      page.gap();
      page.sentence("", "Nothing was open when the recording ended.");
    }
  }

  private void told(List<OpenFinding> groups) {
    int inFull = Math.min(IN_FULL, groups.size());
    groups.subList(0, inFull).forEach(this::inFull);
    int inShort = Math.min(inFull + IN_SHORT, groups.size());
    if (inShort > inFull) {
      page.gap();
    }
    groups.subList(inFull, inShort).forEach(this::inShort);
    if (groups.size() > inShort) {
      List<OpenFinding> rest = groups.subList(inShort, groups.size());
      page.sentence("", "and " + sum(rest, "more group") + ALL);
    }
  }

  private void inFull(OpenFinding open) {
    LeakFinding group = open.group();
    page.gap();
    GroupLines.name(page, lead(open), group, OpenWords.directness(group), "");
    page.sentence("  ", OpenWords.condition(open));
    String siblings = OpenWords.siblings(open);
    if (!siblings.isEmpty()) {
      page.sentence("  ", siblings);
    }
    GoodLines.append(page, group);
    OwnerLines.append(page, group);
    GroupLines.suspects(page, group, 0, "where its release may be missing, most likely first");
    GroupLines.lives(page, group, "open");
  }

  /** In one line, with the frame that registered it. */
  private void inShort(OpenFinding open) {
    String at = ReportWords.applicationFrame(open.group().site());
    List<String> where = new ArrayList<>(List.of(OpenWords.ages(open)));
    GroupLines.bytes(where, open.group());
    if (!at.isEmpty()) {
      where.add("registered at " + at);
    }
    GroupLines.name(
        page,
        lead(open),
        open.group(),
        OpenWords.directness(open.group()),
        String.join(", ", where));
  }

  private void usual(List<OpenFinding> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.gap();
    String flight = "In normal flight, at most a second older than released siblings became: ";
    if (groups.size() > FEW_USUAL) {
      page.sentence("", flight + sum(groups, "group") + ALL);
      return;
    }
    page.sentence("", flight.strip());
    for (OpenFinding open : groups) {
      page.sentence(
          "  ",
          String.format(
              Locale.ROOT,
              "%,d x %s, oldest %s, group %s",
              open.count(),
              Words.type(open.type()),
              TimeSpan.age(open.ages().ages().oldestMillis()),
              Printable.of(open.fingerprint())));
    }
  }

  private static String lead(OpenFinding open) {
    return open.isOverdue() ? "OVERDUE: " : "OPEN: ";
  }

  private static String sum(List<OpenFinding> groups, String noun) {
    long open = groups.stream().mapToLong(OpenFinding::count).sum();
    return Words.count(groups.size(), noun) + " with " + Words.count(open, "resource");
  }
}

package dev.rollcall.report;

import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.age.Lifetimes;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Good;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
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

  static void append(Page page, Findings findings) {
    List<OpenFinding> groups = findings.open().groups();
    if (groups.isEmpty()) {
      return;
    }
    OpenLines lines = new OpenLines(page);
    page.gap();
    page.sentence("", "Open when the recording ended, which is no leak; ages are up to that time:");
    List<OpenFinding> told =
        groups.stream().filter(open -> !open.isUsual() && open.group().direct() > 0).toList();
    lines.told(told);
    lines.usual(groups.stream().filter(OpenFinding::isUsual).toList());
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
    GroupLines.name(page, lead(open), group, directness(group), "");
    page.sentence("  ", condition(open));
    siblings(open);
    GoodLines.append(page, group);
    OwnerLines.append(page, group);
    GroupLines.suspects(page, group, 0, "where its release may be missing, most likely first");
    GroupLines.lives(page, group, "open");
  }

  /** In one line, with the frame that registered it. */
  private void inShort(OpenFinding open) {
    String at = ReportWords.applicationFrame(open.group().site());
    List<String> where = new ArrayList<>(List.of(ages(open)));
    if (!at.isEmpty()) {
      where.add("registered at " + at);
    }
    GroupLines.name(
        page, lead(open), open.group(), directness(open.group()), String.join(", ", where));
  }

  private void usual(List<OpenFinding> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.gap();
    String flight = "In normal flight, no older than released siblings became: ";
    if (groups.size() > FEW_USUAL) {
      page.sentence("", flight + sum(groups, "group") + ALL);
      return;
    }
    page.sentence("", flight.strip());
    for (OpenFinding open : groups) {
      GroupLines.name(page, "  ", open.group(), directness(open.group()), ages(open));
    }
  }

  private static String lead(OpenFinding open) {
    return open.isOverdue() ? "OVERDUE: " : "OPEN: ";
  }

  private static String sum(List<OpenFinding> groups, String noun) {
    long open = groups.stream().mapToLong(OpenFinding::count).sum();
    return Words.count(groups.size(), noun) + " with " + Words.count(open, "resource");
  }

  private static String directness(LeakFinding group) {
    return group.indirect() == 0
        ? ""
        : String.format(
            Locale.ROOT, ", %,d of them owned by others that are open", group.indirect());
  }

  /** Ages and reference counts, and how many are known by number only. */
  private static String condition(OpenFinding open) {
    List<String> parts = new ArrayList<>(List.of(ages(open)));
    if (!open.group().refCounts().isEmpty()) {
      parts.add(GroupLines.refCounts(open.group()));
    }
    long counted = open.count() - open.group().held() - open.group().lost();
    if (counted > 0) {
      parts.add(
          String.format(
              Locale.ROOT, "%,d counted but not listed, because the checkpoint was full", counted));
    }
    if (open.group().lost() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d collected by the garbage collector, so nobody can release %s",
              open.group().lost(),
              open.group().lost() == 1 ? "it" : "them"));
    }
    return String.join("; ", parts);
  }

  private static String ages(OpenFinding open) {
    Ages ages = open.ages().ages();
    if (ages.known() == 0) {
      return "age unknown";
    }
    String oldest = TimeSpan.age(ages.oldestMillis());
    String text =
        ages.known() == 1
            ? "age " + oldest
            : String.format(
                "youngest %s, median %s, oldest %s",
                TimeSpan.age(ages.youngestMillis()), TimeSpan.age(ages.medianMillis()), oldest);
    return open.isOverdue() && ages.known() > 1
        ? text + String.format(Locale.ROOT, ", %,d overdue", open.ages().overdue())
        : text;
  }

  private void siblings(OpenFinding open) {
    Lifetimes siblings = open.ages().siblings();
    Good good = open.group().good();
    if (siblings.released() > 0) {
      page.sentence(
          "  ",
          String.format(
              Locale.ROOT,
              "%s%s lived %s at the median and %s at most",
              Words.count(siblings.released(), "released sibling"),
              good != null && good.compared()
                  ? ", with those of " + Printable.of(good.recording()) + ","
                  : "",
              TimeSpan.age(siblings.medianMillis()),
              TimeSpan.age(siblings.longestMillis())));
    }
  }
}

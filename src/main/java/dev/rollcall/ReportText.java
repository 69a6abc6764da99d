package dev.rollcall;

import dev.rollcall.common.LeakWords;
import dev.rollcall.common.OwnedText;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.StackLines;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A leak report as text, for a person who has never seen one. */
final class ReportText {
  private static final int MAX_GROUPS = 20;
  private static final int MAX_FRAMES = 12;
  private static final String INDENT = " ".repeat(4);

  private ReportText() {}

  /** The totals in one line. It begins with {@code LEAK:} only where something has leaked. */
  static String headline(LeakReport report) {
    StringBuilder line = new StringBuilder();
    if (report.isClean()) {
      line.append(
          String.format(
              Locale.ROOT, "No leaks: all %,d registered resources", report.registered()));
      line.append(report.ignored() == 0 ? " were released" : " were released or ignored");
    } else {
      line.append(
          String.format(
              Locale.ROOT,
              "LEAK: %s%s, in %s",
              LeakWords.neverReleased(report.leaked(), report.registered()),
              LeakWords.indirect(report.indirect()),
              Words.count(shown(report).size(), "group")));
    }
    if (report.ignored() > 0) {
      line.append(String.format(Locale.ROOT, "; %,d ignored", report.ignored()));
    }
    if (report.misuses() > 0) {
      line.append(String.format(Locale.ROOT, "; %,d misused", report.misuses()));
    }
    if (report.sitesKnown() > 0 && report.sitesKnown() < report.leaked()) {
      line.append(
          String.format(
              Locale.ROOT, "; registration site known for %,d of them", report.sitesKnown()));
    }
    return line.append('.').toString();
  }

  /** The headline and the groups, without a line end after the last line. */
  static String of(LeakReport report) {
    List<String> lines = new ArrayList<>(Paragraph.of("", headline(report), INDENT));
    List<LeakGroup> groups = shown(report);
    groups.stream().limit(MAX_GROUPS).forEach(group -> append(lines, group));
    if (groups.size() > MAX_GROUPS) {
      List<LeakGroup> rest = groups.subList(MAX_GROUPS, groups.size());
      long owned = rest.stream().mapToLong(ReportText::owned).sum();
      lines.add(
          String.format(
              Locale.ROOT,
              "LEAK: and %,d more groups with %,d resources%s",
              rest.size(),
              rest.stream().mapToLong(LeakGroup::direct).sum(),
              owned == 0 ? "" : String.format(Locale.ROOT, ", which own %,d more", owned)));
    }
    byCollector(lines, report.byCollector());
    if (!groups.isEmpty()) {
      lines.add(LeakWords.COLLECTOR_NOTICE + '.');
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void byCollector(List<String> lines, List<CollectorRelease> groups) {
    if (groups.isEmpty()) {
      return;
    }
    long count = groups.stream().mapToLong(CollectorRelease::count).sum();
    lines.addAll(Paragraph.of("", LeakWords.byCollector(count), INDENT));
    groups.stream()
        .limit(MAX_GROUPS)
        .forEach(
            group -> add(lines, LeakWords.byCollector(group.count(), group.type(), group.site())));
    if (groups.size() > MAX_GROUPS) {
      add(lines, LeakWords.moreGroups(groups.size() - MAX_GROUPS));
    }
  }

  /** The groups but for those that are told of under their owners. */
  private static List<LeakGroup> shown(LeakReport report) {
    return report.groups().stream().filter(group -> group.direct() > 0).toList();
  }

  private static long owned(LeakGroup group) {
    return group.owned().stream().mapToLong(LeakGroup.Owned::count).sum();
  }

  private static void append(List<String> lines, LeakGroup group) {
    String what =
        String.format(
            Locale.ROOT,
            "%,d x %s%s, oldest %s%s",
            group.count(),
            Printable.of(group.type()),
            LeakWords.directness(group.direct(), group.indirect()),
            TimeSpan.age(group.oldestAge().toMillis()),
            counts(group));
    lines.addAll(Paragraph.of("LEAK: ", what, INDENT));
    OwnedText owned = new OwnedText();
    group.owned().forEach(some -> owned.add(some.type(), some.count()));
    owned.lines().forEach(line -> add(lines, line));
    add(lines, "group " + Printable.of(group.fingerprint()));
    add(lines, "e.g. " + examples(group));
    if (group.site().isEmpty()) {
      add(lines, "registered at a site that was not kept");
    } else {
      add(lines, "registered at");
      StackLines.of(group.site(), MAX_FRAMES, false)
          .forEach(line -> lines.add(INDENT + INDENT + line));
    }
    add(lines, LeakWords.collector(group.held(), group.lost()));
  }

  private static void add(List<String> lines, String text) {
    lines.addAll(Paragraph.of(INDENT, text, INDENT + INDENT));
  }

  private static String counts(LeakGroup group) {
    if (group.maxRefCount() < 0) {
      return "";
    }
    return group.minRefCount() == group.maxRefCount()
        ? ", reference count " + group.maxRefCount()
        : ", reference counts " + group.minRefCount() + " to " + group.maxRefCount();
  }

  private static String examples(LeakGroup group) {
    return group.examples().stream()
        .map(leak -> Words.example(leak.resourceId(), leak.description()))
        .collect(Collectors.joining(", "));
  }
}

package dev.rollcall;

import dev.rollcall.common.LeakWords;
import dev.rollcall.common.OwnedText;
import dev.rollcall.common.Printable;
import dev.rollcall.common.StackLines;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A leak report as text, for a person who has never seen one. */
final class ReportText {
  private static final int MAX_GROUPS = 20;
  private static final int MAX_FRAMES = 12;

  private ReportText() {}

  /** The totals in one line. */
  static String headline(LeakReport report) {
    StringBuilder line = new StringBuilder("LEAK: ");
    if (report.isClean()) {
      line.append(
          String.format(Locale.ROOT, "none: all %,d registered resources", report.registered()));
      line.append(report.ignored() == 0 ? " were released" : " were released or ignored");
    } else {
      line.append(
          String.format(
              Locale.ROOT,
              "%s%s, in %s",
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
    StringBuilder text = new StringBuilder(headline(report));
    List<LeakGroup> groups = shown(report);
    groups.stream().limit(MAX_GROUPS).forEach(group -> append(text, group));
    if (groups.size() > MAX_GROUPS) {
      List<LeakGroup> rest = groups.subList(MAX_GROUPS, groups.size());
      long owned = rest.stream().mapToLong(ReportText::owned).sum();
      text.append(
          String.format(
              Locale.ROOT,
              "%nLEAK: and %,d more groups with %,d resources%s",
              rest.size(),
              rest.stream().mapToLong(LeakGroup::direct).sum(),
              owned == 0 ? "" : String.format(Locale.ROOT, ", which own %,d more", owned)));
    }
    return text.toString();
  }

  /** The groups but for those that are told of under their owners. */
  private static List<LeakGroup> shown(LeakReport report) {
    return report.groups().stream().filter(group -> group.direct() > 0).toList();
  }

  private static long owned(LeakGroup group) {
    return group.owned().stream().mapToLong(LeakGroup.Owned::count).sum();
  }

  private static void append(StringBuilder text, LeakGroup group) {
    text.append(
        String.format(
            Locale.ROOT,
            "%nLEAK: %,d x %s%s, %s, oldest %s%s",
            group.count(),
            Printable.of(group.type()),
            LeakWords.directness(group.direct(), group.indirect()),
            LeakWords.reach(group.held(), group.lost()),
            TimeSpan.age(group.oldestAge().toMillis()),
            counts(group)));
    OwnedText owned = new OwnedText();
    group.owned().forEach(some -> owned.add(some.type(), some.count()));
    owned.lines().forEach(line -> text.append(String.format("%n    %s", line)));
    text.append(String.format("%n    group %s", Printable.of(group.fingerprint())));
    text.append(String.format("%n    e.g. %s", examples(group)));
    if (group.site().isEmpty()) {
      text.append(String.format("%n    registered at a site that was not kept"));
      return;
    }
    text.append(String.format("%n    registered at"));
    StackLines.of(group.site(), MAX_FRAMES, false)
        .forEach(line -> text.append(String.format("%n        %s", line)));
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

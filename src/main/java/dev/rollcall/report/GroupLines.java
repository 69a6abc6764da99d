package dev.rollcall.report;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.Bytes;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One leak group as lines of text. */
final class GroupLines {
  static final int MAX_FRAMES = 10;
  static final String BY_NUMBER = "counted but not listed, because the checkpoint was full";

  private GroupLines() {}

  /** All of it; {@code told}: how many of its suspects are told of elsewhere. */
  static void inFull(Page page, Report report, LeakFinding group, int told) {
    page.gap();
    name(page, group, "");
    page.sentence("  ", condition(group));
    OwnerLines.append(page, group);
    apart(page, report, group);
    GoodLines.append(page, group);
    suspects(
        page,
        group,
        told,
        String.format(
            "who %smay have forgotten to release %s, most likely first",
            told > 0 ? "else " : "", group.indirect() > 0 ? "the direct ones" : "it"));
    lives(page, group, "leaked");
    if (isNamed(group)) {
      page.sentence("  ", LeakWords.collector(group.held(), group.lost()));
    }
  }

  /** Only what tells it from others of its cause; {@code at}: where in the program that is. */
  static void inShort(Page page, LeakFinding group, String at) {
    List<String> parts = new ArrayList<>();
    if (!at.isEmpty()) {
      parts.add("registered at " + at);
    }
    bytes(parts, group);
    name(page, group, String.join(", ", parts));
  }

  /** In one line if it fits; else what the group is called has a line to itself. */
  private static void name(Page page, LeakFinding group, String where) {
    name(page, "LEAK: ", group, LeakWords.directness(group.direct(), group.indirect()), where);
  }

  /** As many as there are of it, its type and its group. */
  static void name(Page page, String lead, LeakFinding group, String owned, String where) {
    String what =
        String.format(Locale.ROOT, "%,d x %s%s", group.count(), Words.type(group.type()), owned);
    List<String> parts = new ArrayList<>(List.of(what));
    parts.add("group " + Printable.of(group.fingerprint()));
    if (!where.isEmpty()) {
      parts.add(where);
    }
    page.parts(lead, parts);
  }

  /** Whether more is known than a number. */
  static boolean isNamed(LeakFinding group) {
    return group.held() + group.lost() > 0;
  }

  /** Ages, counts, and how many are known by number only. */
  static String condition(LeakFinding group) {
    List<String> parts = new ArrayList<>();
    if (!isNamed(group)) {
      parts.add(BY_NUMBER);
      bytes(parts, group);
      return String.join("; ", parts);
    }
    parts.add("oldest " + TimeSpan.age(group.oldestMillis()));
    bytes(parts, group);
    if (!group.refCounts().isEmpty()) {
      parts.add(refCounts(group));
    }
    long numbers = group.count() - group.held() - group.lost();
    if (numbers > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s", numbers, BY_NUMBER));
    }
    unfollowed(parts, group);
    return String.join("; ", parts);
  }

  /** How many are not followed, where some are not. */
  static void unfollowed(List<String> parts, LeakFinding group) {
    if (group.unfollowed() == group.count()) {
      parts.add("not followed");
    } else if (group.unfollowed() > 0) {
      parts.add(String.format(Locale.ROOT, "%,d not followed", group.unfollowed()));
    }
  }

  /** How many bytes they hold, where that is known. */
  static void bytes(List<String> parts, LeakFinding group) {
    if (group.bytes() > 0) {
      parts.add("holding " + Bytes.text(group.bytes()));
    }
  }

  /** How many have which reference count. */
  static String refCounts(LeakFinding group) {
    return group.refCounts().entrySet().stream()
        .map(GroupLines::refCount)
        .collect(Collectors.joining(", ", "reference count ", ""));
  }

  private static String refCount(Map.Entry<Long, Long> entry) {
    return String.format(Locale.ROOT, "%d (%,d x)", entry.getKey(), entry.getValue());
  }

  private static void apart(Page page, Report report, LeakFinding group) {
    long suppressed = report.suppressed(group.fingerprint());
    if (suppressed > 0) {
      page.sentence(
          "  ",
          String.format(
              Locale.ROOT,
              "%,d more of this group are suppressed; the age above includes them",
              suppressed));
    }
    Known known = report.known();
    long before = known == null ? 0 : known.before(Key.of(group));
    if (before > 0) {
      page.sentence(
          "  ",
          String.format(
              Locale.ROOT,
              "grown: the baseline has %,d%s",
              before,
              group.isUnplaced()
                  ? "; which are new is not known, because their lives were not followed"
                  : ""));
    }
  }

  /**
   * What went on around them, where they were registered, and one of them; {@code word}: what they
   * are, "leaked" or "open".
   */
  static void lives(Page page, LeakFinding group, String word) {
    ContextLines.append(page, group, word);
    if (group.isUnplaced()) {
      SiteLines.unplaced(page, group, word);
    } else {
      page.line("  registered at");
      SiteLines.append(page, "    ", group.site(), MAX_FRAMES);
    }
    if (group.site().truncated() && group.site().frames().size() < Fingerprint.FRAMES) {
      page.sentence("    ", "(sites that differ only further out are grouped together)");
    }
    if (!group.examples().isEmpty()) {
      Lives.heading(page, "  for example ", group.examples().get(0));
      LifeTable.append(page, "    ", group.examples().get(0), false);
    }
  }

  /** The suspects but for the first so many; {@code heading} says of what. */
  static void suspects(Page page, LeakFinding group, int told, String heading) {
    List<Suspect> suspects = group.suspects();
    if (suspects.size() > told) {
      page.sentence("  ", heading);
    }
    for (int i = told; i < suspects.size(); i++) {
      suspect(page, "    " + (i + 1) + ". ", suspects.get(i));
    }
    String more = ReportWords.toKnowMore(group);
    if (!more.isEmpty()) {
      page.sentence("  ", more);
    }
  }

  /** The evidence, and below it the frame. */
  static void suspect(Page page, String lead, Suspect suspect) {
    String indent = " ".repeat(lead.length());
    page.sentence(
        lead,
        String.format(
            "%s (confidence: %s)", Printable.of(suspect.evidence()), suspect.confidence().word()),
        indent);
    page.line(indent + "  " + Words.frame(suspect.frame()));
  }
}

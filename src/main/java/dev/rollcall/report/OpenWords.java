package dev.rollcall.report;

import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.age.Lifetimes;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Good;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How open resources read: none of this says that they leaked. */
public final class OpenWords {
  private OpenWords() {}

  /** All that fits one message: where the release may be missing, how many, since when. */
  public static String whole(OpenFinding open) {
    LeakFinding group = open.group();
    StringBuilder text = new StringBuilder();
    if (!group.suspects().isEmpty()) {
      Suspect first = group.suspects().get(0);
      text.append(Printable.of(first.evidence()))
          .append(" Confidence: ")
          .append(first.confidence().word())
          .append(". ");
    }
    String siblings = siblings(open);
    return text.append(
            String.format(
                Locale.ROOT,
                "%,d x %s still open%s, registered at %s; %s",
                group.count(),
                Words.type(group.type()),
                directness(group),
                ReportWords.place(group.site()),
                condition(open)))
        .append(siblings.isEmpty() ? "." : "; " + siblings + '.')
        .toString();
  }

  /** How many belong to others that are open, to be appended; empty where none does. */
  static String directness(LeakFinding group) {
    return group.indirect() == 0
        ? ""
        : String.format(
            Locale.ROOT, ", %,d of them owned by others that are open", group.indirect());
  }

  /** Ages and reference counts, and how many are known by number only. */
  public static String condition(OpenFinding open) {
    LeakFinding group = open.group();
    List<String> parts = new ArrayList<>(List.of(ages(open)));
    GroupLines.bytes(parts, group);
    if (!group.refCounts().isEmpty()) {
      parts.add(GroupLines.refCounts(group));
    }
    long counted = group.count() - group.held() - group.lost();
    if (counted > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s", counted, GroupLines.BY_NUMBER));
    }
    GroupLines.unfollowed(parts, group);
    if (group.lost() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d garbage-collected, so that nobody can release %s",
              group.lost(),
              group.lost() == 1 ? "it" : "them"));
    }
    return String.join("; ", parts);
  }

  /** How old they are. */
  static String ages(OpenFinding open) {
    Ages ages = open.ages().ages();
    if (ages.known() == 0) {
      return "age unknown";
    }
    String oldest = TimeSpan.age(ages.oldestMillis());
    if (ages.known() == 1) {
      return "age " + oldest;
    }
    String text =
        String.format(
            "youngest %s, median %s, oldest %s",
            TimeSpan.age(ages.youngestMillis()), TimeSpan.age(ages.medianMillis()), oldest);
    return open.isOverdue()
        ? text + String.format(Locale.ROOT, ", %,d overdue", open.ages().overdue())
        : text;
  }

  /** How long released siblings lived; empty where there are none. */
  public static String siblings(OpenFinding open) {
    Lifetimes siblings = open.ages().siblings();
    if (siblings.released() == 0) {
      return "";
    }
    Good good = open.group().good();
    return String.format(
        "%s%s lived %s at the median and %s at most",
        Words.count(siblings.released(), "released sibling"),
        good != null && good.compared()
            ? ", with those of " + Printable.of(good.recording()) + ","
            : "",
        TimeSpan.lifetime(siblings.medianMillis()),
        TimeSpan.lifetime(siblings.longestMillis()));
  }
}

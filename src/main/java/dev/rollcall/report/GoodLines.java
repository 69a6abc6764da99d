package dev.rollcall.report;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Good;
import dev.rollcall.common.Printable;
import java.util.Locale;

/** What a run that is known to be good says of a group. */
public final class GoodLines {
  private GoodLines() {}

  static void append(Page page, LeakFinding group) {
    Good good = group.good();
    if (good != null) {
      page.sentence("  ", sentence(good));
    }
  }

  /** All of it, in one sentence. */
  public static String sentence(Good good) {
    String recording = Printable.of(good.recording());
    if (good.released() + good.leaked() + good.open() == 0) {
      return "not to be compared with "
          + recording
          + ", where none of this group was released; a group is one type registered on one path of"
          + " calls";
    }
    if (good.released() + good.leaked() + good.overdue() == 0) {
      return String.format(
          Locale.ROOT,
          "not to be compared with %s: what it has of this group, %,d, was open when it ended",
          recording,
          good.open());
    }
    if (good.leaked() + good.overdue() == 0) {
      return String.format(
          Locale.ROOT,
          "in %s %,d of this group %s released%s, and none leaked",
          recording,
          good.released(),
          good.released() == 1 ? "was" : "were",
          by(good));
    }
    return String.format(
        Locale.ROOT,
        "no regression: in %s %s, too, and %,d %s released%s",
        recording,
        amiss(good),
        good.released(),
        good.released() == 1 ? "was" : "were",
        by(good));
  }

  private static String amiss(Good good) {
    String leaked = String.format(Locale.ROOT, "%,d of this group leaked", good.leaked());
    String overdue =
        String.format(
            Locale.ROOT,
            "%,d of this group %s overdue at its end",
            good.overdue(),
            good.overdue() == 1 ? "was" : "were");
    if (good.leaked() == 0) {
      return overdue;
    }
    return good.overdue() == 0 ? leaked : leaked + " and " + overdue;
  }

  private static String by(Good good) {
    return good.releasedIn().isEmpty() ? "" : ", most in " + Printable.of(good.releasedIn());
  }
}

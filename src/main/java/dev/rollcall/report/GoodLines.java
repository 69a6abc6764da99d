package dev.rollcall.report;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Good;
import dev.rollcall.common.Printable;
import java.util.Locale;

/** What a run that is known to be good says of a group. */
final class GoodLines {
  private GoodLines() {}

  static void append(Page page, LeakFinding group) {
    Good good = group.good();
    if (good != null) {
      page.sentence("  ", sentence(good));
    }
  }

  private static String sentence(Good good) {
    String recording = Printable.of(good.recording());
    if (good.released() + good.leaked() == 0) {
      return "not to be compared with "
          + recording
          + ", where none of this group was released; a group is one type registered on one path of"
          + " calls";
    }
    return good.leaked() > 0
        ? String.format(
            Locale.ROOT,
            "no regression: in %s %,d of this group leaked or were overdue, too, and %,d were"
                + " released%s",
            recording,
            good.leaked(),
            good.released(),
            by(good))
        : String.format(
            Locale.ROOT,
            "in %s %,d of this group %s released%s, and none leaked",
            recording,
            good.released(),
            good.released() == 1 ? "was" : "were",
            by(good));
  }

  private static String by(Good good) {
    return good.releasedIn().isEmpty() ? "" : ", most in " + Printable.of(good.releasedIn());
  }
}

package dev.rollcall.report;

import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.common.LeakWords;
import java.util.List;

/** What only cleaners and finalizers released, in one line a group. */
final class CollectorLines {
  private static final int MAX_GROUPS = 20;

  private CollectorLines() {}

  static void append(Page page, List<CollectorFinding> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.gap();
    page.sentence(
        "", LeakWords.byCollector(groups.stream().mapToLong(CollectorFinding::count).sum()));
    for (CollectorFinding group : groups.subList(0, Math.min(MAX_GROUPS, groups.size()))) {
      page.sentence(
          "  ",
          LeakWords.byCollector(
              group.count(), group.origin().type(), group.origin().site().frames()));
    }
    if (groups.size() > MAX_GROUPS) {
      page.sentence("  ", LeakWords.moreGroups(groups.size() - MAX_GROUPS));
    }
  }
}

package dev.rollcall.report;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.OwnedText;
import java.util.List;

/** Who owns what leaked, as text: what other leaks own is told of under them. */
final class OwnerLines {
  private OwnerLines() {}

  /** The groups but for those that are wholly told of under their owners. */
  static List<LeakFinding> shown(Findings findings) {
    return findings.groups().stream().filter(group -> group.direct() > 0).toList();
  }

  /** For the headline: how many are owned by other leaks; empty where none is. */
  static String headline(Findings findings) {
    long indirect = findings.groups().stream().mapToLong(LeakFinding::indirect).sum();
    return LeakWords.indirect(indirect);
  }

  /** What the direct ones of a group own, one line for each type. */
  static void append(Page page, LeakFinding group) {
    OwnedText owned = new OwnedText();
    group.owned().forEach(some -> owned.add(some.type(), some.count()));
    owned.lines().forEach(line -> page.sentence("  ", line));
  }
}

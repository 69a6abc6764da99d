package dev.rollcall.gate;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Ownership;
import java.util.List;

/** Findings of which only some groups are kept; the totals follow. */
public final class Parts {
  private Parts() {}

  public static Findings keep(Findings all, List<LeakFinding> groups, List<MisuseFinding> misuses) {
    FindingTotals totals = all.totals();
    return new Findings(
        all.recordings(),
        new FindingTotals(
            totals.registered(),
            totals.unregistered(),
            totals.leaked() - leaked(all.groups()) + leaked(groups),
            totals.open(),
            totals.unknown(),
            totals.misused() - misused(all.misuses()) + misused(misuses),
            totals.ignored(),
            totals.following()),
        Ownership.among(groups).stream().sorted(LeakFinding.LARGEST_FIRST).toList(),
        all.open(),
        misuses,
        all.byCollector(),
        all.settled());
  }

  public static long leaked(List<LeakFinding> groups) {
    return groups.stream().mapToLong(LeakFinding::count).sum();
  }

  public static long misused(List<MisuseFinding> misuses) {
    return misuses.stream().mapToLong(MisuseFinding::count).sum();
  }
}

package dev.rollcall.gate;

import dev.rollcall.analysis.FindingTotals;
import dev.rollcall.analysis.Findings;
import dev.rollcall.analysis.LeakGroup;
import dev.rollcall.analysis.MisuseGroup;
import dev.rollcall.analysis.Ownership;
import java.util.List;

/** Findings of which only some groups are kept; the totals follow. */
final class Parts {
  private Parts() {}

  static Findings keep(Findings all, List<LeakGroup> groups, List<MisuseGroup> misuses) {
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
            totals.ignored()),
        Ownership.among(groups).stream().sorted(LeakGroup.LARGEST_FIRST).toList(),
        misuses,
        all.settled());
  }

  static long leaked(List<LeakGroup> groups) {
    return groups.stream().mapToLong(LeakGroup::count).sum();
  }

  static long misused(List<MisuseGroup> misuses) {
    return misuses.stream().mapToLong(MisuseGroup::count).sum();
  }
}

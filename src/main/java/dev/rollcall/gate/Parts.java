package dev.rollcall.gate;

import dev.rollcall.analysis.FindingTotals;
import dev.rollcall.analysis.Findings;
import dev.rollcall.analysis.LeakGroup;
import dev.rollcall.analysis.MisuseGroup;
import java.util.Comparator;
import java.util.List;

/** Findings of which only some groups are kept; the totals follow. */
final class Parts {
  private static final Comparator<LeakGroup> LARGEST_LEAKS =
      Comparator.comparingLong(LeakGroup::count).reversed().thenComparing(LeakGroup::fingerprint);

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
        largestFirst(groups),
        misuses,
        all.settled());
  }

  /** As reports list them. */
  static List<LeakGroup> largestFirst(List<LeakGroup> groups) {
    return groups.stream().sorted(LARGEST_LEAKS).toList();
  }

  static long leaked(List<LeakGroup> groups) {
    return groups.stream().mapToLong(LeakGroup::count).sum();
  }

  static long misused(List<MisuseGroup> misuses) {
    return misuses.stream().mapToLong(MisuseGroup::count).sum();
  }
}

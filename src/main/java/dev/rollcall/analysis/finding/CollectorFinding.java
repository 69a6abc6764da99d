package dev.rollcall.analysis.finding;

import java.util.Comparator;

/**
 * Resources of one group that a cleaner or finalizer released because the program had not. No
 * leaks, but forgotten all the same: on another run the check may come before the collector.
 */
public record CollectorFinding(LeakOrigin origin, long count) {

  /** The order of reports: the largest first, then by fingerprint. */
  public static final Comparator<CollectorFinding> LARGEST_FIRST =
      Comparator.comparingLong(CollectorFinding::count)
          .reversed()
          .thenComparing(group -> group.origin().fingerprint());

  /** The sum of two of one group. */
  public CollectorFinding plus(CollectorFinding other) {
    return new CollectorFinding(
        origin.site().isUnknown() ? other.origin : origin, count + other.count);
  }
}

package dev.rollcall.analysis.age;

import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resources of one group that the program itself found older than it allows: {@code
 * rollcall.expect}. No leaks.
 *
 * @param site where they were registered
 * @param counts how many, and for how long
 * @param expectedMillis how long they may live
 * @param holder who held the oldest of those that had not returned when it was found, or of all
 */
public record OverdueNotice(
    String fingerprint, String type, Site site, Counts counts, long expectedMillis, Holder holder) {
  /** The order of reports: those with most that had not returned first, then the largest. */
  public static final Comparator<OverdueNotice> MOST_TELLING_FIRST =
      Comparator.comparingLong((OverdueNotice notice) -> notice.counts.open())
          .thenComparingLong(notice -> notice.counts.found)
          .reversed()
          .thenComparing(OverdueNotice::fingerprint);

  /**
   * How many were overdue, and for how long.
   *
   * @param found how many
   * @param returned how many of these were released later
   * @param oldestMillis how old the oldest was when the recording ended, of those that had not
   *     returned; 0 where all had
   * @param longestReturnedMillis after how long the last of the others was released, at most
   */
  public record Counts(long found, long returned, long oldestMillis, long longestReturnedMillis) {
    /** How many had not returned when the recording ended. */
    public long open() {
      return found - returned;
    }

    Counts plus(Counts other) {
      return new Counts(
          found + other.found,
          returned + other.returned,
          Math.max(oldestMillis, other.oldestMillis),
          Math.max(longestReturnedMillis, other.longestReturnedMillis));
    }
  }

  /** The sum of two of one group. */
  private OverdueNotice plus(OverdueNotice other) {
    boolean isOthers = other.counts.oldestMillis > counts.oldestMillis;
    return new OverdueNotice(
        fingerprint,
        type.isEmpty() ? other.type : type,
        site.isUnknown() ? other.site : site,
        counts.plus(other.counts),
        Math.max(expectedMillis, other.expectedMillis),
        isOthers || holder.equals(Holder.UNKNOWN) ? other.holder : holder);
  }

  /** Those of several JVMs, one for each group, in the order of reports. */
  public static List<OverdueNotice> sum(List<OverdueNotice> all) {
    Map<String, OverdueNotice> groups = new TreeMap<>();
    all.forEach(notice -> groups.merge(notice.fingerprint, notice, OverdueNotice::plus));
    return groups.values().stream().sorted(MOST_TELLING_FIRST).toList();
  }
}

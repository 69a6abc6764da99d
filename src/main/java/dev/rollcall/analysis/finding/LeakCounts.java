package dev.rollcall.analysis.finding;

import dev.rollcall.common.Bytes;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many leaked, in what condition, and how long ago.
 *
 * @param count all of them, also those known by number only
 * @param held how many something still referenced
 * @param lost how many had been collected, so that nobody can release them
 * @param refCounts how many had which reference count, where it is known
 * @param oldestMillis age of the oldest
 * @param bytes how many bytes they hold together, as far as that is known
 * @param unfollowed how many of those that are known one by one are not followed
 */
public record LeakCounts(
    long count,
    long held,
    long lost,
    SortedMap<Long, Long> refCounts,
    long oldestMillis,
    long bytes,
    long unfollowed) {
  public LeakCounts {
    refCounts = Collections.unmodifiableSortedMap(new TreeMap<>(refCounts));
  }

  /** Where all are followed. */
  public LeakCounts(
      long count,
      long held,
      long lost,
      SortedMap<Long, Long> refCounts,
      long oldestMillis,
      long bytes) {
    this(count, held, lost, refCounts, oldestMillis, bytes, 0);
  }

  /** Of which it is not known how many bytes they hold. */
  public LeakCounts(
      long count, long held, long lost, SortedMap<Long, Long> refCounts, long oldestMillis) {
    this(count, held, lost, refCounts, oldestMillis, 0);
  }

  /** Both added up. */
  public LeakCounts plus(LeakCounts other) {
    TreeMap<Long, Long> sum = new TreeMap<>(refCounts);
    other.refCounts.forEach((refCount, many) -> sum.merge(refCount, many, Long::sum));
    return new LeakCounts(
        count + other.count,
        held + other.held,
        lost + other.lost,
        sum,
        Math.max(oldestMillis, other.oldestMillis),
        Bytes.plus(bytes, other.bytes),
        unfollowed + other.unfollowed);
  }
}

package dev.rollcall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a checker has counted, for whoever watches a running program. An immutable value. While
 * resources come and go the counts are of almost the same moment, not of exactly one.
 *
 * @param registered how many resources have been registered since the checker was made
 * @param unregistered how many of them have been unregistered
 * @param misuses how often resources have been misused
 * @param oldestAge time since the oldest live resource that is not ignored was registered; null
 *     when there is none
 * @param lastCheck the latest check; null when there was none
 * @param types the counts of each type, in the order in which the types were first seen; what is
 *     beyond the first {@value #MAX_TYPES} is summed up under {@value #OTHER}
 */
public record LeakStatistics(
    long registered,
    long unregistered,
    long misuses,
    @Nullable Duration oldestAge,
    @Nullable LastCheck lastCheck,
    List<TypeCounts> types) {
  /** How many types are counted one by one. */
  public static final int MAX_TYPES = 100;

  /** Stands for the types beyond {@link #MAX_TYPES}. */
  public static final String OTHER = "other";

  /** Copies the list. */
  public LeakStatistics {
    types = List.copyOf(types);
  }

  /** How many resources are live, the ignored included. */
  public long live() {
    return Math.max(0, registered - unregistered);
  }

  /**
   * The counts of one type.
   *
   * @param type name of the resources' class, or {@value LeakStatistics#OTHER}
   * @param registered how many have been registered
   * @param unregistered how many of them have been unregistered
   * @param misuses how often they have been misused
   */
  public record TypeCounts(String type, long registered, long unregistered, long misuses) {
    /** How many are live, the ignored included. */
    public long live() {
      return Math.max(0, registered - unregistered);
    }
  }

  /**
   * A check that was made.
   *
   * @param time when the roll was called
   * @param leaked how many live resources were not ignored
   */
  public record LastCheck(Instant time, long leaked) {}
}

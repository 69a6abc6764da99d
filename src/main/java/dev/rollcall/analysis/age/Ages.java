package dev.rollcall.analysis.age;

import java.util.Arrays;

/**
 * How old the resources of a group are, in milliseconds.
 *
 * @param known of how many the age is known; the others are known by number only
 * @param youngestMillis 0 where none is known
 * @param medianMillis of an even number the lower one of the middle two
 * @param oldestMillis at least the others
 */
public record Ages(long known, long youngestMillis, long medianMillis, long oldestMillis) {
  /** None is known. */
  public static final Ages NONE = new Ages(0, 0, 0, 0);

  /** Those that are known, in any order. */
  public static Ages of(long[] millis) {
    if (millis.length == 0) {
      return NONE;
    }
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Ages(
        sorted.length, sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
  }

  /**
   * Both together. The median is that of the larger number of them, for what it was found from is
   * in neither.
   */
  public Ages plus(Ages other) {
    if (known == 0 || other.known == 0) {
      return known == 0 ? other : this;
    }
    return new Ages(
        known + other.known,
        Math.min(youngestMillis, other.youngestMillis),
        (other.known > known ? other : this).medianMillis,
        Math.max(oldestMillis, other.oldestMillis));
  }
}

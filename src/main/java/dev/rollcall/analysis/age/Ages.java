package dev.rollcall.analysis.age;

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
}

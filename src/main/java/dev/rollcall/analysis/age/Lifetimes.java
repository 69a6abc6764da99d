package dev.rollcall.analysis.age;

/**
 * How long released resources of a group lived, in milliseconds.
 *
 * @param released how many there were whose whole life is known
 * @param medianMillis half of them lived no longer, to the precision of the sketch that is kept
 * @param longestMillis the longest life, exact; lives that began before the recording count with as
 *     much as is known of them
 */
public record Lifetimes(long released, long medianMillis, long longestMillis) {
  /** None was released. */
  public static final Lifetimes NONE = new Lifetimes(0, 0, 0);

  /** Both together; the median is that of the larger number of them. */
  public Lifetimes plus(Lifetimes other) {
    return new Lifetimes(
        released + other.released,
        (other.released > released ? other : this).medianMillis,
        Math.max(longestMillis, other.longestMillis));
  }
}

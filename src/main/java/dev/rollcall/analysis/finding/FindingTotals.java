package dev.rollcall.analysis.finding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all checkers together.
 *
 * @param registered since the checkers were made, exact if a check or checkpoint tells, else what
 *     was recorded
 * @param unregistered likewise
 * @param leaked resources with the verdict leaked, also those known by number only
 * @param open resources with the verdict open, also those known by number only
 * @param unknown resources with the verdict unknown
 * @param misused misuses, not resources: one may be misused twice
 * @param ignored wanted immortals among the live
 * @param following how many of the lives are followed
 */
public record FindingTotals(
    long registered,
    long unregistered,
    long leaked,
    long open,
    long unknown,
    long misused,
    long ignored,
    Following following) {
  /** Nothing at all. */
  public static final FindingTotals NONE = new FindingTotals(0, 0, 0, 0, 0, 0, 0);

  /** Where all lives are followed. */
  public FindingTotals(
      long registered,
      long unregistered,
      long leaked,
      long open,
      long unknown,
      long misused,
      long ignored) {
    this(registered, unregistered, leaked, open, unknown, misused, ignored, Following.ALL);
  }

  /**
   * How many of the lives that began while they were recorded are followed, so that the recordings
   * have them whole; of the others the recordings have what checks and checkpoints say.
   */
  public record Following(long followed, long unfollowed) {
    /** All are, however many they are. */
    public static final Following ALL = new Following(0, 0);

    /** Whether all are. */
    public boolean isAll() {
      return unfollowed == 0;
    }

    /** All lives. */
    public long lives() {
      return followed + unfollowed;
    }
  }

  /** The same numbers, but for leaks and misuses, of which there are none. */
  public FindingTotals withoutLeaks() {
    return new FindingTotals(registered, unregistered, 0, open, unknown, 0, ignored, following);
  }

  private Following plus(FindingTotals other, Following others) {
    if (following.isAll() && others.isAll()) {
      return Following.ALL;
    }
    return new Following(
        (following.isAll() ? registered : following.followed)
            + (others.isAll() ? other.registered : others.followed),
        following.unfollowed + others.unfollowed);
  }

  /** The numbers of both. */
  public FindingTotals plus(FindingTotals other) {
    return new FindingTotals(
        registered + other.registered,
        unregistered + other.unregistered,
        leaked + other.leaked,
        open + other.open,
        unknown + other.unknown,
        misused + other.misused,
        ignored + other.ignored,
        plus(other, other.following));
  }

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FindingTotals o
            && registered == o.registered
            && unregistered == o.unregistered
            && leaked == o.leaked
            && open == o.open
            && unknown == o.unknown
            && misused == o.misused
            && ignored == o.ignored
            && following.equals(o.following));
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        registered, unregistered, leaked, open, unknown, misused, ignored, following);
  }
}

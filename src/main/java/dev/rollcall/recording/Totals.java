package dev.rollcall.recording;

/**
 * Exact totals of a checker since it was made; {@code live} includes the ignored.
 *
 * @param unfollowed how many of the registered are not followed: the recording has no steps of them
 * @param unfollowedEnded how many of those are unregistered
 */
public record Totals(
    long registered,
    long unregistered,
    long live,
    long ignored,
    long unfollowed,
    long unfollowedEnded) {
  /** Where every life is followed. */
  public Totals(long registered, long unregistered, long live, long ignored) {
    this(registered, unregistered, live, ignored, 0, 0);
  }

  /** Live resources that nobody wanted to live. */
  public long liveNotIgnored() {
    return live - ignored;
  }
}

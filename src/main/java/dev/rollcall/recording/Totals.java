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

  /** How many of the registered are followed. */
  public long followed() {
    return registered - unfollowed;
  }

  /** How many of the unregistered are followed. */
  public long followedEnded() {
    return unregistered - unfollowedEnded;
  }

  /** Live resources that nobody wanted to live. */
  public long liveNotIgnored() {
    return live - ignored;
  }
}

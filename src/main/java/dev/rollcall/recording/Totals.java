package dev.rollcall.recording;

/** Exact totals of a checker since it was made; {@code live} includes the ignored. */
public record Totals(long registered, long unregistered, long live, long ignored) {
  /** Live resources that nobody wanted to live. */
  public long liveNotIgnored() {
    return live - ignored;
  }
}

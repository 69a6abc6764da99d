package dev.rollcall.internal.overdue;

import java.time.Duration;

/**
 * When to look next, so that looking takes at most a fiftieth of one core's time, however much is
 * live: after a look, nothing for {@value #SHARE} times as long as that took. A whole pass over the
 * live map, in one look or in many, is followed by a rest in any case.
 */
final class Pace {
  private static final int SHARE = 50;

  /** Of the shortest time that a resource may live, which is then exceeded by a twentieth. */
  private static final int FRACTION = 20;

  private static final Duration SHORTEST_REST = Duration.ofMillis(500);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final long rest;
  private long next;

  /** The first look may come at {@code now}; times are by {@link System#nanoTime}. */
  Pace(Duration shortestExpectation, long now) {
    Duration part = shortestExpectation.dividedBy(FRACTION);
    Duration atLeast = part.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : part;
    rest = (atLeast.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : atLeast).toNanos();
    next = now;
  }

  boolean isDue(long now) {
    return now - next >= 0;
  }

  /** Notes a look, and whether it was the last of a pass. */
  void looked(long begun, long ended, boolean passed) {
    long pause = SHARE * (ended - begun);
    next = ended + (passed ? Math.max(pause, rest) : pause);
  }
}

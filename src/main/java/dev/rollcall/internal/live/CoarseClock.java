package dev.rollcall.internal.live;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * The time in tenths of a second since Rollcall started, as the watching thread last saw it: at
 * most a few tenths late. To read the system's clock at each registration and its end would cost
 * more than the live map does. Where a recording runs, its events have the exact time.
 *
 * <p>Somebody may set the system's clock: that makes nothing older. So the tenths are counted by
 * {@link System#nanoTime}, and a date is what the clock, as it is set now, would have shown then.
 */
public final class CoarseClock {
  private static final CoarseClock SYSTEM =
      new CoarseClock(System.nanoTime(), System.currentTimeMillis());

  /** The clock was set if it differs by more; both are read with some delay between. */
  private static final long SET_MILLIS = 50;

  private static final long TENTH_MILLIS = 100;

  private final long startNanos;

  /** What the clock, as it is set now, would have shown at the start. */
  private volatile long startMillis;

  private volatile int tenths;

  CoarseClock(long startNanos, long startMillis) {
    this.startNanos = startNanos;
    this.startMillis = startMillis;
  }

  public static int now() {
    return SYSTEM.tenths;
  }

  /** Called by the watching thread. */
  public static void tick() {
    long before = System.nanoTime();
    long millis = System.currentTimeMillis();
    SYSTEM.tick(before, millis, System.nanoTime());
  }

  /** Notes the time: the clock was read between two others. */
  void tick(long before, long millis, long after) {
    tenths = (int) (NANOSECONDS.toMillis(after - startNanos) / TENTH_MILLIS);
    long start = millis - NANOSECONDS.toMillis(before - startNanos);
    boolean isExact = after - before < MILLISECONDS.toNanos(SET_MILLIS);
    if (isExact && Math.abs(start - startMillis) > SET_MILLIS) {
      startMillis = start;
    }
  }

  /** The tenths as of the last tick. */
  int tenths() {
    return tenths;
  }

  /** Milliseconds since 1970, as the clock is set now. */
  public static long millis(int time) {
    return SYSTEM.millisAt(time);
  }

  long millisAt(int time) {
    return startMillis + TENTH_MILLIS * time;
  }
}

package dev.rollcall.internal.live;

/**
 * The time in tenths of a second since Rollcall started, as the watching thread last saw it: at
 * most a few tenths late. To read the system's clock at each registration and its end would cost
 * more than the live map does. Where a recording runs, its events have the exact time.
 */
public final class CoarseClock {
  private static final long START = System.currentTimeMillis();

  private static volatile int now;

  private CoarseClock() {}

  public static int now() {
    return now;
  }

  /** Called by the watching thread. */
  public static void tick() {
    now = (int) ((System.currentTimeMillis() - START) / 100);
  }

  /** Milliseconds since 1970. */
  public static long millis(int time) {
    return START + 100L * time;
  }
}

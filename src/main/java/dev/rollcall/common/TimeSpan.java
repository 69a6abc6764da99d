package dev.rollcall.common;

import java.util.Locale;

/** How spans of time read: as exactly as they are known. */
public final class TimeSpan {
  private TimeSpan() {}

  /**
   * An age by the checker's own clock, which ticks five times a second and can be a few tenths
   * late: below half a second nothing can be told. Ages are compared, so whole minutes begin at
   * ten.
   */
  public static String age(long millis) {
    long tenths = (millis + 50) / 100;
    if (tenths < 5) {
      return "under 0.5 s";
    }
    if (tenths < 600) {
      return String.format(Locale.ROOT, "%d.%d s", tenths / 10, tenths % 10);
    }
    if (tenths < 6_000) {
      return tenths / 10 + " s";
    }
    long minutes = tenths / 600;
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }

  /** An age that is to be compared with an allowed one: in seconds below ten minutes. */
  public static String late(long millis) {
    if (millis < 10_000) {
      return age(millis);
    }
    return millis < 600_000 ? millis / 1_000 + " s" : age(millis);
  }

  /** A span that somebody has set, with nothing left out. */
  public static String set(long millis) {
    if (millis % 60_000 == 0 && millis >= 60_000) {
      return millis / 60_000 + " min";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
  }

  /** How long lives lasted, which is known better than how old one is that has no end yet. */
  public static String lifetime(long millis) {
    if (millis < 1) {
      return "under 1 ms";
    }
    return millis < 500 ? millis + " ms" : age(millis);
  }

  /** The span between two events, which have their times to the nanosecond. */
  public static String exact(long nanos) {
    if (Math.abs(nanos) < 1_000_000_000L) {
      return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
    }
    double seconds = nanos / 1e9;
    if (Math.abs(seconds) < 120) {
      return String.format(Locale.ROOT, "%.3f s", seconds);
    }
    double minutes = seconds / 60;
    return Math.abs(minutes) < 120
        ? String.format(Locale.ROOT, "%.1f min", minutes)
        : String.format(Locale.ROOT, "%.1f h", minutes / 60);
  }
}

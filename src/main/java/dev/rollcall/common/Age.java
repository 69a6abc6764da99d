package dev.rollcall.common;

import java.time.Duration;
import java.util.Locale;

/** How spans of time read. */
public final class Age {
  private Age() {}

  /** An age in the largest unit that fits. */
  public static String of(Duration age) {
    long millis = age.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
    long minutes = millis / 60_000;
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}

package dev.rollcall.common;

import java.util.Locale;

/** Amounts of bytes: how they read, and sums of them. */
public final class Bytes {
  private static final String UNITS = "KMGTPE";
  private static final int STEP = 1024;

  private Bytes() {}

  /** An amount as people read it: {@code 512 bytes}, {@code 12.3 MiB}. */
  public static String text(long bytes) {
    if (bytes < STEP) {
      return Words.count(bytes, "byte");
    }
    int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / 10 - 1;
    double amount = amount(bytes, unit);
    if (amount >= STEP) { // 1,023.96 KiB, say, which is nearer to 1.0 MiB
      unit++;
      amount = amount(bytes, unit);
    }
    return String.format(Locale.ROOT, "%.1f %siB", amount, UNITS.charAt(unit));
  }

  /** To one decimal. */
  private static double amount(long bytes, int unit) {
    return Math.round(Math.scalb((double) bytes, -10 * (unit + 1)) * 10) / 10.0;
  }

  /**
   * What two hold together, neither of them negative; the largest number there is if it is more.
   */
  public static long plus(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}

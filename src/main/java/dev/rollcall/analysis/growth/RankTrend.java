package dev.rollcall.analysis.growth;

import java.util.Arrays;

/**
 * Whether values rise, whatever their sizes: the test of Mann and Kendall counts the pairs of which
 * the later is the larger against those of which it is the smaller (R. O. Gilbert, Statistical
 * Methods for Environmental Pollution Monitoring, 1987, section 16.4.2, with its correction for
 * ties).
 */
final class RankTrend {
  private RankTrend() {}

  /**
   * By how many standard deviations there are more rising pairs than chance would give values that
   * are independent of time: 3.1 is one in a thousand, 3.7 one in ten thousand.
   */
  static double of(double[] values) {
    int n = values.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        sum += Math.signum(values[j] - values[i]);
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double variance = pairs(n);
    for (int i = 0, j; i < n; i = j) {
      j = i;
      while (j < n && sorted[j] == sorted[i]) {
        j++;
      }
      variance -= pairs(j - i);
    }
    return variance <= 0 ? 0 : (sum - Math.signum(sum)) / Math.sqrt(variance / 18);
  }

  private static double pairs(int n) {
    return n * (n - 1.0) * (2.0 * n + 5);
  }
}

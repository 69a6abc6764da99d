package dev.rollcall.analysis.growth;

import java.util.Arrays;

/**
 * The straight line through values that a few odd ones do not bend: its slope is the median of the
 * slopes between all pairs (P. K. Sen, Estimates of the regression coefficient based on Kendall's
 * tau, Journal of the American Statistical Association 63, 1968), and half of the values lie above
 * it.
 */
record Line(double slope, double start) {
  /** {@code start}: its value at the first of the times, which ascend. */
  static Line through(double[] times, double[] values) {
    int n = times.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[pairs++] = (values[j] - values[i]) / (times[j] - times[i]);
      }
    }
    double slope = median(slopes);
    double[] starts = new double[n];
    for (int i = 0; i < n; i++) {
      starts[i] = values[i] - slope * (times[i] - times[0]);
    }
    return new Line(slope, median(starts));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

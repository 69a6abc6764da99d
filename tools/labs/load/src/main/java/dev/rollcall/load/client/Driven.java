package dev.rollcall.load.client;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a client saw.
 *
 * @param answers all of them, those before the measurement included
 * @param seconds how long it measured
 * @param latencies of the requests that were measured, in ns
 */
record Driven(long answers, double seconds, Histogram latencies) {
  private static final double MEDIAN = 50;
  private static final double TAIL = 99;

  /** All answers, answers per second, and the latencies' 50th and 99th percentile in ns. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%d %.1f %d %d",
        answers,
        latencies.getTotalCount() / seconds,
        latencies.getValueAtPercentile(MEDIAN),
        latencies.getValueAtPercentile(TAIL));
  }
}

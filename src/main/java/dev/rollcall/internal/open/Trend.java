package dev.rollcall.internal.open;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By how many the open resources of a type become more, whatever the load does: the slope of the
 * low-water mark, the fewest that were open in each of {@value #WINDOWS} windows of the last ten
 * minutes. A load comes and goes; what is never released does not fall.
 *
 * <p>Begins when somebody asks first. Safe for use by several threads.
 */
public final class Trend {
  /** How often a sample is taken. */
  static final long PERIOD_MILLIS = 10_000;

  /** How many samples are kept of a type. */
  static final int SAMPLES = 60;

  private static final int WINDOWS = 6;

  /** Two minutes: before that, nothing can be told from a swing. */
  static final int LEAST = 12;

  private static final double PER_MINUTE = 60_000.0 / PERIOD_MILLIS;

  private final Map<String, Samples> types = new HashMap<>();
  private long next = Long.MIN_VALUE;

  /** The last samples of a type, in a ring. */
  private static final class Samples {
    private final long[] open = new long[SAMPLES];
    private long count;

    void add(long value) {
      open[(int) (count++ % SAMPLES)] = value;
    }

    int size() {
      return (int) Math.min(count, SAMPLES);
    }

    long get(int index) {
      return open[(int) ((count - size() + index) % SAMPLES)];
    }
  }

  /** Whether it is time for a sample; if so, the next one is due a period later. */
  public synchronized boolean isDue(long nowMillis) {
    if (nowMillis < next) {
      return false;
    }
    next = nowMillis + PERIOD_MILLIS;
    return true;
  }

  /** Takes a sample of a type: how many are open. */
  public synchronized void add(String type, long open) {
    types.computeIfAbsent(type, name -> new Samples()).add(open);
  }

  /** By how many a type grows a minute; negative where it shrinks, null where it is too early. */
  public synchronized @Nullable Double perMinute(String type) {
    Samples samples = types.get(type);
    int size = samples == null ? 0 : samples.size();
    if (samples == null || size < LEAST) {
      return null;
    }
    double[] lows = new double[WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      long low = Long.MAX_VALUE;
      for (int i = window * size / WINDOWS; i < (window + 1) * size / WINDOWS; i++) {
        low = Math.min(low, samples.get(i));
      }
      lows[window] = low;
    }
    return slope(lows) * WINDOWS / size * PER_MINUTE;
  }

  /** The median of the slopes between all pairs, which one odd window does not bend. */
  private static double slope(double[] values) {
    double[] slopes = new double[values.length * (values.length - 1) / 2];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        slopes[n++] = (values[j] - values[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    return slopes[slopes.length / 2];
  }
}

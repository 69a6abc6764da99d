package dev.rollcall.analysis.age;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long lives lasted, in little memory: the longest exactly, and of the others about how many
 * lasted how long. The first few are kept as they are, for most groups have no more; many are
 * counted in a histogram of milliseconds, whose steps are a sixteenth of what they count. Not
 * thread-safe.
 */
public final class LifetimeSketch {
  private static final int FEW = 32;

  /** One digit makes steps of a sixteenth at most, and 4.5 kB of all at most. */
  private static final int DIGITS = 1;

  /** 49 days; what lasted longer is counted as this long, but for the longest. */
  private static final long MOST_MILLIS = (1L << 32) - 1;

  private long[] few = {};
  private @Nullable Histogram many;
  private long count;
  private long longest;

  /** Counts a life that lasted so many nanoseconds. */
  public void add(long nanos) {
    addLongest(nanos);
    addMillis(Math.min(MOST_MILLIS, TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanos))));
  }

  /** Takes a life that lasted at least so many nanoseconds: it counts for the longest only. */
  public void addLongest(long nanos) {
    longest = Math.max(longest, nanos);
  }

  private void addMillis(long millis) {
    if (many != null) {
      many.recordValue(millis);
    } else if (count < FEW) {
      if (count == few.length) {
        few = Arrays.copyOf(few, Math.max(4, few.length * 2));
      }
      few[(int) count] = millis;
    } else {
      Histogram histogram = new Histogram(DIGITS);
      Arrays.stream(few).forEach(histogram::recordValue);
      histogram.recordValue(millis);
      few = new long[0];
      many = histogram;
    }
    count++;
  }

  /** Counts the lives of another one, too. */
  public void addAll(LifetimeSketch other) {
    addLongest(other.longest);
    if (other.many == null) {
      Arrays.stream(other.few, 0, (int) other.count).forEach(this::addMillis);
    } else if (many == null) {
      Histogram histogram = other.many.copy();
      Arrays.stream(few, 0, (int) count).forEach(histogram::recordValue);
      few = new long[0];
      many = histogram;
      count += other.count;
    } else {
      many.add(other.many);
      count += other.count;
    }
  }

  /** How many lives were counted. */
  public long count() {
    return count;
  }

  /** How many lasted longer than so many milliseconds, to the precision of the histogram. */
  public long longerThan(long millis) {
    if (TimeUnit.NANOSECONDS.toMillis(longest) <= millis) {
      return 0;
    }
    return many == null
        ? Arrays.stream(few, 0, (int) count).filter(lasted -> lasted > millis).count()
        : many.getCountBetweenValues(Math.min(MOST_MILLIS, millis + 1), MOST_MILLIS);
  }

  /** So long the longest lasted, exactly, in nanoseconds; 0 where none is known. */
  public long longest() {
    return longest;
  }

  /** So long half of them lasted at most, in milliseconds. */
  private long medianMillis() {
    if (count == 0) {
      return 0;
    }
    if (many == null) {
      return Arrays.stream(few, 0, (int) count).sorted().toArray()[(int) (count - 1) / 2];
    }
    return Math.min(many.getValueAtPercentile(50), TimeUnit.NANOSECONDS.toMillis(longest));
  }

  /** How many lasted about how long, to the precision of the histogram. */
  public Spread spread() {
    Spread.Tally tally = new Spread.Tally();
    Histogram histogram = many;
    if (histogram == null) {
      Arrays.stream(few, 0, (int) count).forEach(tally::add);
    } else {
      histogram
          .recordedValues()
          .forEach(
              step ->
                  tally.add(
                      histogram.lowestEquivalentValue(step.getValueIteratedTo()),
                      step.getCountAtValueIteratedTo()));
    }
    return tally.spread();
  }

  /** What reports say of it. */
  public Lifetimes lifetimes() {
    return new Lifetimes(count, medianMillis(), TimeUnit.NANOSECONDS.toMillis(longest));
  }
}

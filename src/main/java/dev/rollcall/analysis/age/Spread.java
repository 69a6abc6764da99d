package dev.rollcall.analysis.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many of a group are or became about how old. Ages differ by orders of magnitude, so each
 * count is of ages twice as long as those of the one before.
 *
 * @param counts the {@code k}-th is of those from 2^k - 1 up to less than 2^(k+1) - 1 milliseconds;
 *     none after the last that is not 0
 */
public record Spread(List<Long> counts) {
  /** As many counts as there are for the ages that a number can hold. */
  public static final int MOST = Long.SIZE - 1;

  /** None is known. */
  public static final Spread NONE = new Spread(List.of());

  public Spread {
    int size = counts.size();
    while (size > 0 && counts.get(size - 1) == 0) {
      size--;
    }
    counts = List.copyOf(counts.subList(0, size));
  }

  /** Those that are known, in any order and in milliseconds; what is negative is not known. */
  public static Spread of(long... millis) {
    Tally tally = new Tally();
    Arrays.stream(millis).forEach(tally::add);
    return tally.spread();
  }

  /** Which of the counts an age belongs to; {@code millis} from 0 up. */
  static int place(long millis) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.min(millis, Long.MAX_VALUE - 1) + 1);
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** How many there are. */
  public long sum() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Both added up. */
  public Spread plus(Spread other) {
    List<Long> more = counts.size() >= other.counts.size() ? counts : other.counts;
    List<Long> fewer = counts.size() >= other.counts.size() ? other.counts : counts;
    List<Long> sums = new ArrayList<>(more);
    for (int place = 0; place < fewer.size(); place++) {
      sums.set(place, more.get(place) + fewer.get(place));
    }
    return new Spread(sums);
  }

  /** Counts ages up. Not thread-safe. */
  public static final class Tally {
    private final long[] counts = new long[MOST];

    /** None yet. */
    public Tally() {}

    /** Counts one that is so old; nothing if its age is not known, which is negative. */
    public void add(long millis) {
      add(millis, 1);
    }

    void add(long millis, long times) {
      if (millis >= 0) {
        counts[place(millis)] += times;
      }
    }

    /** What was counted so far. */
    public Spread spread() {
      return new Spread(Arrays.stream(counts).boxed().toList());
    }
  }
}

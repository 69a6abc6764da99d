package dev.rollcall.analysis.life;

import java.util.Arrays;

/**
 * When lives ended, in little memory: how many have since a moment that is marked, and the times of
 * the latest, for a mark that comes late. Lives are added nearly in the order of their ends.
 */
final class EndTimes {
  private static final int LATEST = 1 << 15;

  private long[] latest = new long[16];
  private long count;
  private long first = Long.MAX_VALUE;
  private long mark = Long.MIN_VALUE;
  private long sinceMark;

  void add(long time) {
    int size = (int) Math.min(count, LATEST);
    if (size == latest.length && size < LATEST) {
      latest = Arrays.copyOf(latest, size * 2);
    }
    latest[(int) (count % LATEST)] = time;
    count++;
    first = Math.min(first, time);
    sinceMark += time >= mark ? 1 : 0;
  }

  /** Begins to count what ended since a moment; of several the latest counts. */
  void mark(long time) {
    if (time > mark) {
      sinceMark = since(time);
      mark = time;
    }
  }

  /**
   * How many ended since a moment; too few if it is neither before all of them nor the marked one
   * nor recent.
   */
  long since(long time) {
    if (time <= first) {
      return count;
    }
    if (time == mark) {
      return sinceMark;
    }
    return Arrays.stream(latest, 0, (int) Math.min(count, LATEST))
        .filter(end -> end >= time)
        .count();
  }

  /** Whether another one, which is of later lives, knows all that is counted here. */
  boolean goesOnWith(EndTimes other) {
    return other.mark >= mark || other.first >= mark || other.count <= LATEST;
  }

  void addAll(EndTimes other) {
    long time = Math.max(mark, other.mark);
    long since = since(time) + other.since(time);
    int size = (int) Math.min(other.count, LATEST);
    for (int i = 0; i < size; i++) {
      add(other.latest[i]);
    }
    count += other.count - size;
    first = Math.min(first, other.first);
    mark = time;
    sinceMark = since;
  }
}

package dev.rollcall.analysis.context;

import java.util.Arrays;

/** Moments of one kind, of which few matter in the end; eight bytes each. */
final class Times {
  private long[] times = {};
  private int size;

  private boolean sorted = true;

  /** So many were there when it was pruned last. */
  private int old;

  void add(long time) {
    if (size == times.length) {
      times = Arrays.copyOf(times, Math.max(4, size * 2));
    }
    sorted &= size == 0 || times[size - 1] <= time;
    times[size++] = time;
  }

  void addAll(Times other) {
    for (int i = 0; i < other.size; i++) {
      add(other.times[i]);
    }
  }

  int size() {
    return size;
  }

  /** The first after a moment; the end of all time if there is none. */
  long firstAfter(long time) {
    sort();
    int at = after(time);
    return at < size ? times[at] : Long.MAX_VALUE;
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(times, 0, size);
      sorted = true;
      // Which were there before is not known any more.
      old = 0;
    }
  }

  /**
   * Keeps the first of all, the first after each moment, and what was added since the last time.
   */
  void prune(long[] moments) {
    if (size == 0) {
      return;
    }
    long[] kept = Arrays.copyOf(times, size - old + moments.length + 1);
    int count = size - old;
    System.arraycopy(times, old, kept, 0, count);
    sort();
    kept[count++] = times[0];
    for (long moment : moments) {
      int at = after(moment);
      if (at < size) {
        kept[count++] = times[at];
      }
    }
    times = Arrays.stream(kept, 0, count).sorted().distinct().toArray();
    size = times.length;
    old = size;
  }

  private int after(long time) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

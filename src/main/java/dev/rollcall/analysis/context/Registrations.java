package dev.rollcall.analysis.context;

import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When and where a thread registered resources. There are millions, of which few matter in the end:
 * no object for each.
 */
final class Registrations {
  /** A method that has registered more since is not known to be still running. */
  private static final int MOST = 4;

  private long[] times = {};
  private Site[] sites = {};
  private int size;
  private boolean sorted = true;

  /** So many were there when it was pruned last; unless they were put in order since. */
  private int old;

  void add(long time, Site site) {
    if (size == times.length) {
      int room = Math.max(4, size * 2);
      times = Arrays.copyOf(times, room);
      sites = Arrays.copyOf(sites, room);
    }
    sorted &= size == 0 || times[size - 1] <= time;
    times[size] = time;
    sites[size++] = site;
  }

  void addAll(Registrations other) {
    for (int i = 0; i < other.size; i++) {
      add(other.times[i], other.sites[i]);
    }
  }

  int size() {
    return size;
  }

  /** Where those after a moment and before another were made; null if they are too many. */
  @Nullable List<Site> between(long from, long to) {
    sort();
    List<Site> between = new ArrayList<>();
    for (int i = after(from, size); i < size && times[i] <= to; i++) {
      if (between.size() == MOST) {
        return null;
      }
      between.add(sites[i]);
    }
    return between;
  }

  private void sort() {
    if (!sorted) {
      int[] order =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> times[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      keep(order);
      sorted = true;
      // Which were there before is not known any more.
      old = 0;
    }
  }

  private void keep(int[] places) {
    times = Arrays.stream(places).mapToLong(i -> times[i]).toArray();
    sites = Arrays.stream(places).mapToObj(i -> sites[i]).toArray(Site[]::new);
    size = places.length;
  }

  /**
   * Keeps the first of all, the first after each moment, and what was added since the last time,
   * for the order in which they come is not that of time; the first are one more than may come
   * between.
   */
  void prune(long[] moments) {
    BitSet kept = new BitSet(size);
    kept.set(old, size);
    kept.set(0, Math.min(MOST + 1, old));
    for (long moment : moments) {
      int first = after(moment, old);
      kept.set(first, Math.min(first + MOST + 1, old));
    }
    keep(kept.stream().toArray());
    sort();
    old = size;
  }

  /** The place of the first after a moment, of so many that are in order. */
  private int after(long time, int to) {
    int low = 0;
    int high = to;
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

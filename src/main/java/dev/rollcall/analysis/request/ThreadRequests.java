package dev.rollcall.analysis.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one thread: when it was at which work, and the registrations of which it is still
 * to be told.
 */
final class ThreadRequests {
  private final List<Interval> intervals = new ArrayList<>(1);
  private int old;
  private long[] times = {};
  private int[] groups = {};
  private int pending;
  private @Nullable Timeline timeline;
  private long asOf;

  /** Takes a registration of a group that was decided. */
  interface Decided {
    void take(int group, @Nullable Place place);
  }

  void add(Interval interval) {
    intervals.add(interval);
    timeline = null;
  }

  void add(long time, int group) {
    if (pending == times.length) {
      times = Arrays.copyOf(times, Math.max(2, pending * 2));
      groups = Arrays.copyOf(groups, times.length);
    }
    times[pending] = time;
    groups[pending++] = group;
  }

  /** Takes what another file has of the thread; {@code group}: what a group there is here. */
  void addAll(ThreadRequests other, int[] group) {
    intervals.addAll(other.intervals);
    for (int i = 0; i < other.pending; i++) {
      add(other.times[i], group[other.groups[i]]);
    }
    timeline = null;
  }

  /** {@code now}: changes whenever more is known of the work of intervals. */
  Timeline timeline(Function<Interval, @Nullable Work> what, long now) {
    if (timeline == null || asOf != now) {
      timeline = Timeline.of(intervals, what);
      asOf = now;
    }
    return timeline;
  }

  int size() {
    return intervals.size();
  }

  int pending() {
    return pending;
  }

  boolean isEmpty() {
    return intervals.isEmpty() && pending == 0;
  }

  List<Interval> intervals() {
    return intervals;
  }

  /** The times of the registrations that are undecided. */
  long[] times() {
    return Arrays.copyOf(times, pending);
  }

  /** Says where each registration was that is undecided, and keeps it so. */
  void look(Timeline known, Decided decided) {
    for (int i = 0; i < pending; i++) {
      decided.take(groups[i], known.at(times[i]));
    }
  }

  /**
   * Decides the registrations that are in work which had been told of before the last time: what is
   * within that has been told since, too. And those before a time, whatever is known.
   */
  void decide(Timeline known, long before, Decided decided) {
    long[] told = told();
    int kept = 0;
    for (int i = 0; i < pending; i++) {
      Place place = known.at(times[i]);
      if (times[i] < before || (place != null && isIn(told, times[i]))) {
        decided.take(groups[i], place);
      } else {
        times[kept] = times[i];
        groups[kept++] = groups[i];
      }
    }
    pending = kept;
    if (times.length > 16 && times.length > 4 * kept) {
      times = Arrays.copyOf(times, kept);
      groups = Arrays.copyOf(groups, kept);
    }
  }

  /** From when to when the thread was at any of the work that had been told of. */
  private long[] told() {
    List<Interval> sorted = new ArrayList<>(intervals.subList(0, old));
    sorted.sort(Interval.OUTER_FIRST);
    long[] told = new long[2 * sorted.size()];
    int size = 0;
    for (Interval interval : sorted) {
      if (size > 0 && interval.begin() <= told[size - 1]) {
        told[size - 1] = Math.max(told[size - 1], interval.end());
      } else {
        told[size++] = interval.begin();
        told[size++] = interval.end();
      }
    }
    return Arrays.copyOf(told, size);
  }

  private static boolean isIn(long[] told, long time) {
    int found = Arrays.binarySearch(told, time);
    return found >= 0 || -found % 2 == 0;
  }

  /**
   * Drops the work at which nothing was done that matters: what was told of since the last time
   * stays, and the earliest, which may matter to what is in another file.
   *
   * @param moments when something was done by lives that are kept, in order
   */
  void prune(long[] moments) {
    Interval earliest = intervals.stream().min(Interval.OUTER_FIRST).orElse(null);
    long[] undecided = times();
    Arrays.sort(undecided);
    List<Interval> fresh = List.copyOf(intervals.subList(old, intervals.size()));
    intervals.subList(old, intervals.size()).clear();
    intervals.removeIf(
        each -> !each.equals(earliest) && !has(each, moments) && !has(each, undecided));
    intervals.addAll(fresh);
    old = intervals.size();
    timeline = null;
  }

  private static boolean has(Interval interval, long[] sorted) {
    int found = Arrays.binarySearch(sorted, interval.begin());
    int first = found >= 0 ? found : -found - 1;
    return first < sorted.length && sorted[first] <= interval.end();
  }
}

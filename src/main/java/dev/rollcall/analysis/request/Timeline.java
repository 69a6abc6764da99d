package dev.rollcall.analysis.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which work a thread was at, moment by moment. Of work within work the innermost counts. Two
 * pieces that overlap without one holding the other cannot both have had the thread: which of them
 * had it is not known.
 */
final class Timeline {
  private static final int DEEPEST = 64;

  private final long[] from;
  private final @Nullable Place[] places;

  private Timeline(long[] from, @Nullable Place[] places) {
    this.from = from;
    this.places = places;
  }

  /** {@code what}: the work of an interval; null where it is not known. */
  static Timeline of(List<Interval> intervals, Function<Interval, @Nullable Work> what) {
    List<Interval> byBegin = new ArrayList<>(intervals);
    // A stable sort: what ended later is outside, and of equals it was read later.
    Collections.reverse(byBegin);
    byBegin.sort(Interval.OUTER_FIRST);
    long[] from =
        byBegin.stream()
            .flatMapToLong(each -> LongStream.of(each.begin(), each.end() + 1))
            .sorted()
            .distinct()
            .toArray();
    @Nullable Place[] places = new @Nullable Place[from.length];
    List<Interval> open = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < from.length; i++) {
      long now = from[i];
      open.removeIf(each -> each.end() < now);
      while (next < byBegin.size() && byBegin.get(next).begin() == now) {
        open.add(byBegin.get(next++));
      }
      places[i] = isNested(open) ? place(open, what) : null;
    }
    return new Timeline(from, places);
  }

  private static boolean isNested(List<Interval> open) {
    if (open.size() > DEEPEST) {
      return false;
    }
    for (int i = 1; i < open.size(); i++) {
      if (open.get(i).end() > open.get(i - 1).end()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Place place(
      List<Interval> open, Function<Interval, @Nullable Work> what) {
    Interval inner = null;
    Work innermost = null;
    Work outermost = null;
    for (int i = open.size() - 1; i >= 0 && !open.get(i).isOfNone(); i--) {
      Work work = what.apply(open.get(i));
      if (work != null && innermost == null) {
        inner = open.get(i);
        innermost = work;
      } else if (work != null) {
        outermost = work;
      }
    }
    return inner == null || innermost == null
        ? null
        : new Place(innermost, innermost.equals(outermost) ? null : outermost, inner.example());
  }

  /** Where a moment was; null where that is not known. */
  @Nullable Place at(long time) {
    int found = Arrays.binarySearch(from, time);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? null : places[index];
  }
}

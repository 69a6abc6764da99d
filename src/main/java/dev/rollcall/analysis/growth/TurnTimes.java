package dev.rollcall.analysis.growth;

import dev.rollcall.analysis.growth.LiveOverTime.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the resources of each type began and ended, as long as that is few enough to be kept: a
 * short program ends before its checker has counted what lives more than once. In whatever order;
 * not thread-safe.
 */
public final class TurnTimes {
  /** More turns are not kept at all. */
  static final int MOST = 1 << 14;

  private static final long MILLI = 1_000_000;

  private @Nullable Map<String, Turns> types = new HashMap<>();
  private int count;

  /** None yet. */
  public TurnTimes() {}

  /** A moment as an even number if something began then, and as the next odd one if it ended. */
  private static final class Turns {
    private long[] moments = new long[8];
    private int size;

    void add(long moment) {
      if (size == moments.length) {
        moments = Arrays.copyOf(moments, size * 2);
      }
      moments[size++] = moment;
    }
  }

  /** A resource began; {@code time} in nanoseconds since 1970. */
  public void began(String type, long time) {
    add(type, time << 1);
  }

  /** A resource ended. */
  public void ended(String type, long time) {
    add(type, time << 1 | 1);
  }

  private void add(String type, long moment) {
    if (types != null && ++count > MOST) {
      types = null;
    }
    if (types != null) {
      types.computeIfAbsent(type, t -> new Turns()).add(moment);
    }
  }

  /** Takes all that another one knows; where that is too much, nothing is known. */
  public void addAll(TurnTimes other) {
    if (types == null || other.types == null || count + other.count > MOST) {
      types = null;
      return;
    }
    count += other.count;
    Map<String, Turns> all = types;
    other.types.forEach(
        (type, turns) -> {
          Turns mine = all.computeIfAbsent(type, t -> new Turns());
          Arrays.stream(turns.moments, 0, turns.size).forEach(mine::add);
        });
  }

  /** Whether all of so many beginnings and ends are known. */
  public boolean hasAll(long begun, long ended) {
    return types != null && count == begun + ended;
  }

  /** The types of which something is known. */
  public List<String> types() {
    return types == null ? List.of() : types.keySet().stream().sorted().toList();
  }

  /** How many lived when, if none did before. */
  public record Course(long start, List<Point> points, long registered) {}

  /**
   * How many of a type lived from the first beginning to an end, in nanoseconds since 1970: after
   * each millisecond in which that changed, or where that is more than so many points after each of
   * so many equal parts of the time. Null where it is not known.
   */
  public @Nullable Course of(String type, long end, int most) {
    Turns turns = types == null ? null : types.get(type);
    if (turns == null) {
      return null;
    }
    long[] sorted = Arrays.copyOf(turns.moments, turns.size);
    Arrays.sort(sorted);
    long start = sorted[0] >> 1;
    long last = millis(Math.max(end, sorted[sorted.length - 1] >> 1) - start);
    List<Point> points = new ArrayList<>();
    long live = 0;
    long registered = 0;
    for (int i = 0; i < sorted.length; i++) {
      live += (sorted[i] & 1) == 0 ? 1 : -1;
      registered += (sorted[i] & 1) == 0 ? 1 : 0;
      if (live < 0) {
        return null;
      }
      long at = millis((sorted[i] >> 1) - start);
      if (i + 1 == sorted.length || millis((sorted[i + 1] >> 1) - start) != at) {
        points.add(new Point(at, live));
      }
    }
    if (points.get(points.size() - 1).millis() < last) {
      points.add(new Point(last, live));
    }
    return new Course(
        start, points.size() <= most ? points : sampled(points, last, most), registered);
  }

  private static long millis(long nanos) {
    return nanos / MILLI;
  }

  private static List<Point> sampled(List<Point> points, long last, int most) {
    List<Point> some = new ArrayList<>();
    int next = 0;
    for (int part = 0; part < most; part++) {
      long at = last * part / (most - 1);
      while (next + 1 < points.size() && points.get(next + 1).millis() <= at) {
        next++;
      }
      some.add(new Point(at, points.get(next).live()));
    }
    return some;
  }
}

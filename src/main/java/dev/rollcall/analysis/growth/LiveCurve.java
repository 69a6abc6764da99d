package dev.rollcall.analysis.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How many resources of a type were live, over time: of each stretch of time the fewest. Adjoining
 * stretches become one where there would be more than {@value #MOST}; stretches are powers of two
 * long and lie where the clock puts them, so that the order in which points come does not matter,
 * nor which file they come from.
 */
public final class LiveCurve {
  /** The most stretches that are kept. */
  static final int MOST = 512;

  /** Of the shortest stretch: 2^24 ns are 17 ms, far less than lies between two points. */
  private static final int SHORTEST = 24;

  private TreeMap<Long, Stretch> stretches = new TreeMap<>();
  private int shift = SHORTEST;

  /**
   * What is known of a stretch of time.
   *
   * @param time the middle of it, nanoseconds since 1970
   * @param lowest the fewest that were live
   * @param registered how many had been registered at its end
   * @param released how many of them had been released
   */
  public record Point(long time, long lowest, long registered, long released) {}

  /** {@code from} and {@code to}: how many had been registered first and last. */
  private record Stretch(long lowest, long from, long to, long released) {
    Stretch plus(Stretch other) {
      return new Stretch(
          Math.min(lowest, other.lowest),
          Math.min(from, other.from),
          Math.max(to, other.to),
          Math.max(released, other.released));
    }
  }

  /** Nothing known. */
  public LiveCurve() {}

  /**
   * Takes a point.
   *
   * @param time nanoseconds since 1970; any clock that is the same for all points will do
   * @param live how many were live
   * @param registered how many had been registered until then
   */
  public void add(long time, long live, long registered) {
    stretches.merge(
        time >> shift, new Stretch(live, registered, registered, registered - live), Stretch::plus);
    bound();
  }

  /** Takes all that another curve of the same type knows. */
  public void addAll(LiveCurve other) {
    while (shift < other.shift) {
      coarsen();
    }
    int finer = shift - other.shift;
    other.stretches.forEach((at, stretch) -> stretches.merge(at >> finer, stretch, Stretch::plus));
    bound();
  }

  private void bound() {
    while (stretches.size() > MOST) {
      coarsen();
    }
  }

  private void coarsen() {
    TreeMap<Long, Stretch> coarser = new TreeMap<>();
    stretches.forEach((at, stretch) -> coarser.merge(at >> 1, stretch, Stretch::plus));
    stretches = coarser;
    shift++;
  }

  /**
   * The points, earliest first; none where the numbers of registered ones contradict each other, as
   * where two classes have one name.
   */
  public List<Point> points() {
    List<Point> points = new ArrayList<>(stretches.size());
    long registered = 0;
    for (var entry : stretches.entrySet()) {
      Stretch stretch = entry.getValue();
      if (stretch.from < registered) {
        return List.of();
      }
      registered = stretch.to;
      long middle = (entry.getKey() << shift) + (1L << (shift - 1));
      points.add(new Point(middle, stretch.lowest, registered, stretch.released));
    }
    return points;
  }
}

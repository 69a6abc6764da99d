package dev.rollcall.analysis.growth;

import dev.rollcall.analysis.growth.Growth.Confidence;
import dev.rollcall.analysis.growth.LiveCurve.Point;
import java.util.List;
import java.util.Optional;

/**
 * Tells growth from the swings of a load by the low-water mark: the fewest that were live in each
 * of {@value #WINDOWS} windows of time. Loads come and go, but below what is never released the
 * count does not fall any more. A type grows if
 *
 * <ul>
 *   <li>its low-water mark rises, as {@link RankTrend} tests, by {@value #LEAST_RISE} or more;
 *   <li>it does so all the time: not in one step, as where the load changes once, and towards the
 *       end no less than before, as where a pool warms up or a cache fills;
 *   <li>it does so more than the load, of which the number of registrations tells;
 *   <li>and it is not that lives are long: then the count follows the load for as long as they
 *       last, and releases follow the count.
 * </ul>
 *
 * <p>Where the whole curve does not grow, its second half or last quarter may, as after a start;
 * only if it never was as high before, and the load was. What cannot be told from a swing is not
 * told. The numbers below were tuned on some thousands of simulated loads without a leak, so that
 * none of those is said to grow where lives last less than a thirtieth of the time. How often
 * others are is not known.
 */
public final class LowWater {
  /** A minute, where there is a point a second. */
  static final int LEAST_POINTS = 60;

  private static final int WINDOWS = 12;
  private static final int LEAST_RISE = 5;

  /** Standard deviations that chance exceeds once in a hundred times. */
  private static final double ONE_IN_100 = 2.33;

  private static final double ONE_IN_1_000 = 3.09;
  private static final double ONE_IN_10_000 = 3.72;

  /** The largest part of the whole rise that may come in one step. */
  private static final double LARGEST_STEP = 0.4;

  /** How steep the later rise must at least be, in terms of the earlier. */
  private static final double LEVELS_OFF = 0.6;

  private static final double BUSIER = 1.25;
  private static final double FAR_BUSIER = 1.5;

  /** How often all that live come and go while they are watched, where lives are short. */
  private static final int SHORT_LIVES = 40;

  private static final double NANOS_PER_MINUTE = 60e9;

  private final List<Point> points;
  private final double[] times = new double[WINDOWS];
  private final double[] lowest = new double[WINDOWS];
  private final double[] registrations = new double[WINDOWS];
  private final double[] releases = new double[WINDOWS];

  private LowWater(List<Point> points) {
    this.points = points;
    int n = points.size();
    Point last = points.get(0);
    for (int i = 0; i < WINDOWS; i++) {
      List<Point> window = points.subList(i * n / WINDOWS, (i + 1) * n / WINDOWS);
      Point end = window.get(window.size() - 1);
      times[i] = window.stream().mapToDouble(Point::time).average().orElse(0);
      lowest[i] = lowest(window);
      double span = Math.max(1.0, (double) (end.time() - last.time()));
      registrations[i] = (end.registered() - last.registered()) / span;
      releases[i] = (end.released() - last.released()) / span;
      last = end;
    }
  }

  private static double lowest(List<Point> window) {
    return window.stream().mapToDouble(Point::lowest).min().orElse(0);
  }

  /** What a curve says of a type; empty where it does not grow, or where that cannot be told. */
  public static Optional<Growth> of(String type, LiveCurve curve) {
    List<Point> all = curve.points();
    for (int n = all.size(); n >= LEAST_POINTS && n >= all.size() / 4; n /= 2) {
      LowWater end = new LowWater(all.subList(all.size() - n, all.size()));
      if (end.grows() && end.isUnlike(all.subList(0, all.size() - n))) {
        return Optional.of(end.growth(type));
      }
    }
    return Optional.empty();
  }

  private Growth growth(String type) {
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    return new Growth(
        type,
        null,
        Line.through(times, lowest).slope() * NANOS_PER_MINUTE,
        (last.time() - first.time()) / 1_000_000,
        RankTrend.of(lowest) >= ONE_IN_10_000 ? Confidence.HIGH : Confidence.MEDIUM);
  }

  private boolean grows() {
    if (RankTrend.of(lowest) < ONE_IN_1_000 || !isSteady()) {
      return false;
    }
    Line line = Line.through(times, lowest);
    double rise = rise(line);
    return rise >= LEAST_RISE
        && rise >= 2 * riseByLoad(Math.max(0, line.start()))
        && !lastsLong(rise);
  }

  /** Whether what was before these points was neither as high nor less busy. */
  private boolean isUnlike(List<Point> earlier) {
    Line line = Line.through(times, lowest);
    int window = points.size() / WINDOWS;
    for (int i = 0; i + window <= earlier.size(); i += window) {
      if (lowest(earlier.subList(i, i + window)) > line.start() + rise(line) / 4) {
        return false;
      }
    }
    int comparable = earlier.size() - points.size();
    return comparable < 0
        || rate(points) <= BUSIER * rate(earlier.subList(comparable, earlier.size()));
  }

  private static double rate(List<Point> points) {
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    return (last.registered() - first.registered())
        / Math.max(1.0, (double) (last.time() - first.time()));
  }

  /** By how many a line rises while the points last. */
  private double rise(Line line) {
    return line.slope() * (times[WINDOWS - 1] - times[0]);
  }

  /** Whether it rises neither in one step nor ever less. */
  private boolean isSteady() {
    double[] floor = lowest.clone();
    for (int i = WINDOWS - 2; i >= 0; i--) {
      floor[i] = Math.min(floor[i], floor[i + 1]);
    }
    double largest = 0;
    for (int i = 1; i < WINDOWS; i++) {
      largest = Math.max(largest, floor[i] - floor[i - 1]);
    }
    double early = slope(0, WINDOWS / 3);
    double late = slope(WINDOWS / 3, 2 * WINDOWS / 3);
    return largest <= LARGEST_STEP * (floor[WINDOWS - 1] - floor[0])
        && early > 0
        && late >= LEVELS_OFF * early;
  }

  /** The slope from the third of the windows that begins at one to that which does at the other. */
  private double slope(int from, int to) {
    return (mean(lowest, to) - mean(lowest, from)) / (mean(times, to) - mean(times, from));
  }

  private static double mean(double[] values, int from) {
    double sum = 0;
    for (int i = from; i < from + WINDOWS / 3; i++) {
      sum += values[i];
    }
    return sum / (WINDOWS / 3);
  }

  private double released() {
    return (double) (points.get(points.size() - 1).released() - points.get(0).released());
  }

  /**
   * By how many the low-water mark would rise with the load if all that were there at the start
   * came and went with it, as far as so many went.
   */
  private double riseByLoad(double start) {
    Line load = Line.through(times, registrations);
    double end = load.start() + rise(load);
    if (end <= load.start()) {
      return 0;
    }
    boolean isFarBusier = load.start() <= 0 || end > FAR_BUSIER * load.start();
    return isFarBusier && RankTrend.of(registrations) > ONE_IN_100
        ? Double.POSITIVE_INFINITY
        : Math.max(1, Math.min(start, released())) * (end / load.start() - 1);
  }

  /**
   * Whether it may be that lives are long and their number slowly follows the load: all that live
   * come and go but a few times, by Little's law, and releases increase with those that live. Of
   * such lives there is more chance in the count, too.
   */
  private boolean lastsLong(double rise) {
    double live = points.stream().mapToDouble(Point::lowest).average().orElse(0);
    if (released() <= rise / 8 || released() >= SHORT_LIVES * live) {
      return false;
    }
    Line line = Line.through(times, releases);
    double end = line.start() + rise(line);
    return rise < 6 * Math.sqrt(live) || rise(line) > end / 4 * rise / (live + rise / 2);
  }
}

package dev.rollcall.analysis.growth;

import dev.rollcall.recording.Jvm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many resources lived while the programs ran, and what happened meanwhile, as a picture shows
 * it.
 *
 * @param curves at most {@value #MOST_CURVES}, those with most leaked or open first
 * @param marks earliest first, at most {@value #MOST_MARKS} of each kind; none without curves
 */
public record LiveOverTime(List<Curve> curves, List<Mark> marks) {
  /** The most points of a curve. */
  public static final int MOST_POINTS = 240;

  /** A curve of fewer says nothing that the totals do not. */
  public static final int LEAST_POINTS = 3;

  static final int MOST_CURVES = 12;
  static final int MOST_MARKS = 50;

  /** Into so many parts the time is divided, in each of which equal marks are one. */
  private static final int PARTS = 120;

  /** Nothing is known. */
  public static final LiveOverTime NONE = new LiveOverTime(List.of(), List.of());

  private static final Comparator<Curve> MOST_TELLING_FIRST =
      Comparator.comparingLong(Curve::left)
          .thenComparingLong(Curve::registered)
          .reversed()
          .thenComparing(Curve::type)
          .thenComparing(
              Curve::jvm,
              Comparator.nullsFirst(
                  Comparator.comparingLong(Jvm::startedAt)
                      .thenComparingLong(Jvm::pid)
                      .thenComparing(Jvm::sign)));

  private static final Comparator<Mark> EARLIEST_FIRST =
      Comparator.comparingLong(Mark::time)
          .thenComparing(Mark::kind)
          .thenComparing(Mark::type)
          .thenComparing(Mark::what)
          .thenComparingLong(Mark::count);

  public LiveOverTime {
    curves = List.copyOf(curves);
    marks = List.copyOf(marks);
  }

  /**
   * How many of a type lived over time.
   *
   * @param type class of the resources
   * @param jvm where they lived; {@code null} where that needs not be said or is not known
   * @param start from when the points count, nanoseconds since 1970
   * @param points in their order
   * @param left how many of them leaked, or were open at the end
   * @param registered how many were registered in all
   */
  public record Curve(
      String type, @Nullable Jvm jvm, long start, List<Point> points, long left, long registered) {
    public Curve {
      points = List.copyOf(points);
    }

    /** Whether it shows something, and a damaged recording did not make it up. */
    private boolean isShown() {
      return points.size() >= LEAST_POINTS
          && start > 0
          && points.stream().allMatch(point -> point.live >= 0 && point.live <= registered);
    }

    /** The same, of a JVM that was not said. */
    private Curve in(@Nullable Jvm where) {
      return jvm == null ? new Curve(type, where, start, points, left, registered) : this;
    }
  }

  /**
   * How many lived at a moment; the fewest, where it stands for a stretch of time.
   *
   * @param millis after the start of the curve
   */
  public record Point(long millis, long live) {}

  /** What happened. */
  public enum Kind {
    /** The roll was called. */
    CHECK,
    /** The program found resources older than it allows. */
    OVERDUE,
    /** Something was thrown after the last steps of resources that nobody released. */
    EXCEPTION;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that happened at a moment.
   *
   * @param time nanoseconds since 1970
   * @param type class of the resources; empty for a check, which is of all
   * @param what the word for what called the roll, or the class of the exception; empty otherwise
   * @param count how many were found leaked, or were overdue, or had taken their last steps
   */
  public record Mark(Kind kind, long time, String type, String what, long count) {
    /** What is one mark with it in the same part of time; a record's own hash is linked anew. */
    private List<Object> same(long part) {
      return List.of(kind, type, what, part);
    }

    /** Of checks the later one speaks. */
    private Mark plus(Mark later) {
      return kind == Kind.CHECK ? later : new Mark(kind, time, type, what, count + later.count);
    }
  }

  /** What is shown of these, in whatever order; equal marks that are close together are one. */
  public static LiveOverTime of(Collection<Curve> curves, Collection<Mark> marks) {
    Map<List<Object>, Curve> largest = new LinkedHashMap<>();
    for (Curve curve : curves) {
      if (curve.isShown()) {
        // Those of several checkers cannot be added up: they are of different moments.
        largest.merge(
            Stream.of(curve.type, Objects.requireNonNullElse(curve.jvm, "")).toList(),
            curve,
            (one, other) -> other.registered > one.registered ? other : one);
      }
    }
    List<Curve> shown =
        largest.values().stream().sorted(MOST_TELLING_FIRST).limit(MOST_CURVES).toList();
    return shown.isEmpty() ? NONE : new LiveOverTime(shown, bounded(summed(marks)));
  }

  private static List<Mark> summed(Collection<Mark> marks) {
    List<Mark> sorted =
        marks.stream().filter(mark -> mark.time > 0).sorted(EARLIEST_FIRST).toList();
    if (sorted.isEmpty()) {
      return sorted;
    }
    long first = sorted.get(0).time();
    long part = (sorted.get(sorted.size() - 1).time() - first) / PARTS + 1;
    Map<List<Object>, Mark> sums = new LinkedHashMap<>();
    for (Mark mark : sorted) {
      sums.merge(mark.same((mark.time - first) / part), mark, Mark::plus);
    }
    return sums.values().stream().sorted(EARLIEST_FIRST).toList();
  }

  /** The last checks speak of what lives in the end; of the others the first say when it began. */
  private static List<Mark> bounded(List<Mark> sorted) {
    List<Mark> some = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Mark> ofKind = sorted.stream().filter(mark -> mark.kind == kind).toList();
      int more = Math.max(0, ofKind.size() - MOST_MARKS);
      some.addAll(
          kind == Kind.CHECK
              ? ofKind.subList(more, ofKind.size())
              : ofKind.subList(0, ofKind.size() - more));
    }
    some.sort(EARLIEST_FIRST);
    return some;
  }

  /** The same, of a JVM that was not said. */
  public LiveOverTime in(@Nullable Jvm jvm) {
    return new LiveOverTime(curves.stream().map(curve -> curve.in(jvm)).toList(), marks);
  }

  /** Those of several reports. */
  public static LiveOverTime sum(List<LiveOverTime> all) {
    return all.size() == 1
        ? all.get(0)
        : of(
            all.stream().flatMap(one -> one.curves.stream()).toList(),
            all.stream().flatMap(one -> one.marks.stream()).toList());
  }
}

package dev.rollcall.analysis;

import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.growth.LiveCurve;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.growth.LiveOverTime.Curve;
import dev.rollcall.analysis.growth.LiveOverTime.Mark;
import dev.rollcall.analysis.growth.LiveOverTime.Point;
import dev.rollcall.analysis.growth.TurnTimes;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many resources of one checker lived over time, and what it found meanwhile. From all
 * beginnings and ends where these are few and each is known, for that is exact; else from what the
 * checker counted.
 */
final class Living {
  private final CheckerVerdicts verdicts;
  private final CheckerLog log;
  private final long end;
  private final boolean exact;
  private final Map<String, Long> left = new HashMap<>();

  /** {@code end} of the recordings, nanoseconds since 1970. */
  Living(CheckerVerdicts verdicts, long end) {
    this.verdicts = verdicts;
    this.log = verdicts.log();
    this.end = end;
    Totals last = log.lastTotals();
    this.exact = last != null && log.turns().hasAll(last.registered(), last.unregistered());
  }

  /** A curve for each type; {@code counted}: what leaked or is open and known by number only. */
  List<Curve> curves(Collection<LiveGroup> counted) {
    TreeSet<String> types = new TreeSet<>(log.curves().keySet());
    types.addAll(exact ? log.turns().types() : List.of());
    if (types.isEmpty()) {
      return List.of();
    }
    for (Life life : log.lives()) {
      Verdict verdict = verdicts.verdict(life);
      if (verdict == Verdict.OPEN || verdict == Verdict.LEAKED) {
        left.merge(life.type(), 1L, Long::sum);
      }
    }
    counted.forEach(group -> left.merge(group.type(), group.count(), Long::sum));
    List<Curve> curves = new ArrayList<>();
    for (String type : types) {
      Curve curve = curve(type);
      if (curve != null) {
        curves.add(curve);
      }
    }
    return curves;
  }

  private @Nullable Curve curve(String type) {
    TurnTimes.Course course = exact ? log.turns().of(type, end, LiveOverTime.MOST_POINTS) : null;
    if (course != null) {
      return curve(type, course.start(), course.points(), course.registered());
    }
    LiveCurve counted = log.curves().get(type);
    List<LiveCurve.Point> all = counted == null ? List.of() : counted.points();
    if (all.isEmpty()) {
      return null;
    }
    long start = all.get(0).time();
    List<Point> points = new ArrayList<>();
    int step = (all.size() - 1) / LiveOverTime.MOST_POINTS + 1;
    for (int from = 0; from < all.size(); from += step) {
      List<LiveCurve.Point> some = all.subList(from, Math.min(from + step, all.size()));
      points.add(
          new Point(
              TimeUnit.NANOSECONDS.toMillis(some.get(0).time() - start),
              some.stream().mapToLong(LiveCurve.Point::lowest).min().orElse(0)));
    }
    return curve(type, start, points, all.get(all.size() - 1).registered());
  }

  private Curve curve(String type, long start, List<Point> points, long registered) {
    return new Curve(type, verdicts.jvm(), start, points, left.getOrDefault(type, 0L), registered);
  }

  /** When the roll was called, and when resources were found older than they may be. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    log.checks()
        .all()
        .forEach(
            check ->
                marks.add(
                    new Mark(
                        LiveOverTime.Kind.CHECK,
                        check.moment().time(),
                        "",
                        check.trigger().word(),
                        check.leaked())));
    log.overdue()
        .forEachFound(
            late ->
                marks.add(
                    new Mark(
                        LiveOverTime.Kind.OVERDUE,
                        late.moment().time(),
                        late.type(),
                        "",
                        1 + late.others())));
    return marks;
  }
}

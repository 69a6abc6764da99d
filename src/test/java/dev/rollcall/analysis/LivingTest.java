package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.growth.LiveOverTime.Curve;
import dev.rollcall.analysis.growth.LiveOverTime.Kind;
import dev.rollcall.analysis.growth.LiveOverTime.Mark;
import dev.rollcall.analysis.growth.LiveOverTime.Point;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.LifecycleEvent.LiveCounted;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many lived over time, from hand-written events. */
final class LivingTest {
  /** When the events of a recording written by hand begin. */
  private static final long START = 1_764_000_000_000_000_000L;

  private static Moment at(long millis, String method) {
    return new Moment(START + millis * 1_000_000, new ThreadRef("main", 1), Events.site(method));
  }

  private static Events register(Events events, long id, long millis) {
    return events.add(new Registered(at(millis, "open"), 0, id, Events.TYPE, null));
  }

  /** Three begin, of which the second ends. */
  private static Events shortProgram(Totals totals) {
    Events events = new Events();
    register(events, 1, 100);
    register(events, 2, 200);
    events.add(new Unregistered(at(300, "close"), 0, 2, Events.TYPE, 0));
    register(events, 3, 400);
    return events.checkpoint("exit", totals, 2);
  }

  private static LiveOverTime live(Events events) {
    return events.findings().open().live();
  }

  private static Events counted(Events events, long millis, long live, long registered) {
    return events.add(
        new LiveCounted(
            new Moment(START + millis * 1_000_000, ThreadRef.NONE, Site.NONE),
            0,
            Events.TYPE,
            live,
            registered));
  }

  @Test
  void ofAShortProgramEachChangeIsKnown() {
    Curve curve =
        new Curve(
            Events.TYPE,
            null,
            START + 100_000_000,
            List.of(
                new Point(0, 1),
                new Point(100, 2),
                new Point(200, 1),
                new Point(300, 2),
                new Point(2_400, 2)),
            2,
            3);

    assertThat(live(shortProgram(new Totals(3, 1, 2, 0))).curves()).containsExactly(curve);
    assertThat(live(shortProgram(new Totals(3, 1, 2, 0)).shuffled()).curves())
        .containsExactly(curve);
  }

  @Test
  void whatBeganBeforeTheRecordingOrWasLostIsNotGuessed() {
    assertThat(live(shortProgram(new Totals(9, 1, 8, 0)))).isEqualTo(LiveOverTime.NONE);
    assertThat(live(shortProgram(new Totals(3, 2, 1, 0)))).isEqualTo(LiveOverTime.NONE);
  }

  @Test
  void thenWhatTheCheckerCountedIsShown() {
    Events events = shortProgram(new Totals(9, 1, 8, 0));
    counted(counted(counted(events, 1_000, 4, 5), 2_000, 7, 8), 1_500, 6, 7);

    Curve curve = live(events).curves().get(0);

    assertThat(curve.points()).extracting(Point::live).containsExactly(4L, 6L, 7L);
    assertThat(curve.registered()).isEqualTo(8);
  }

  @Test
  void ofManyPointsTheFewestOfEachStretchAreShown() {
    Events events = new Events();
    for (int i = 0; i < 500; i++) {
      counted(events, i * 1_000L, i % 2 == 0 ? 10 : 900, 1_000 + i);
    }

    List<Point> points = live(events).curves().get(0).points();

    assertThat(points).hasSizeBetween(120, LiveOverTime.MOST_POINTS);
    assertThat(points).allMatch(point -> point.live() == 10);
  }

  @Test
  void checksAndExceptionsAreMarked() {
    Events events = new Events();
    register(events, 1, 100);
    register(events, 2, 200);
    register(events, 3, 300);
    Analysis analysis =
        events
            .check(4, "demand", new Totals(3, 0, 3, 0))
            .check(5, "exit", new Totals(3, 0, 3, 0))
            .leak(5, 1)
            .leak(5, 2)
            .leak(5, 3)
            .analysis(events.inOrder(), withThrown(new Thrown(at(310, "open"), "a.Broken", "no")));

    List<Mark> marks = analysis.findings(3).open().live().marks();

    assertThat(marks)
        .extracting(Mark::kind, Mark::what, Mark::count)
        .containsExactlyInAnyOrder(
            tuple(Kind.CHECK, "demand", 3L),
            tuple(Kind.CHECK, "exit", 3L),
            tuple(Kind.EXCEPTION, "a.Broken", 1L));
    assertThat(marks.get(marks.size() - 1))
        .isEqualTo(new Mark(Kind.EXCEPTION, START + 310_000_000, Events.TYPE, "a.Broken", 1));
  }

  private static JvmLog withThrown(Thrown thrown) {
    JvmLog log = new JvmLog();
    log.context().accept(thrown);
    return log;
  }
}

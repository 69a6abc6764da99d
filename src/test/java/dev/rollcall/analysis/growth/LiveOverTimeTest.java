package dev.rollcall.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.growth.LiveOverTime.Curve;
import dev.rollcall.analysis.growth.LiveOverTime.Kind;
import dev.rollcall.analysis.growth.LiveOverTime.Mark;
import dev.rollcall.analysis.growth.LiveOverTime.Point;
import dev.rollcall.recording.Jvm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LiveOverTimeTest {
  private static final List<Point> RISE =
      List.of(new Point(0, 1), new Point(10, 2), new Point(20, 3));

  private static Curve curve(String type, long left, long registered) {
    return curve(type, null, left, registered);
  }

  private static Curve curve(String type, @Nullable Jvm jvm, long left, long registered) {
    return new Curve(type, jvm, 1, RISE, left, registered);
  }

  private static List<Mark> shown(Mark... marks) {
    return LiveOverTime.of(List.of(curve("a.B", 1, 3)), List.of(marks)).marks();
  }

  @Test
  void thoseWithMostLeftComeFirstThenThoseWithMostRegistered() {
    List<Curve> curves =
        List.of(
            curve("a.Quiet", 0, 3),
            curve("a.Busy", 0, 9_000),
            curve("a.Few", 1, 10),
            curve("a.Many", 7, 10));

    assertThat(LiveOverTime.of(curves, List.of()).curves())
        .extracting(Curve::type)
        .containsExactly("a.Many", "a.Few", "a.Busy", "a.Quiet");
  }

  @Test
  void ofManyTypesTwelveAreShown() {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      curves.add(curve("a.T" + i, i, 100));
    }
    LiveOverTime shown = LiveOverTime.of(curves, List.of());
    Collections.reverse(curves);

    assertThat(shown.curves()).hasSize(12).first().isEqualTo(curve("a.T29", 29, 100));
    assertThat(LiveOverTime.of(curves, List.of())).isEqualTo(shown);
  }

  @Test
  void ofSeveralCheckersTheOneWithMostRegisteredIsShown() {
    Jvm one = new Jvm(1, 1, "Some JVM", "17");
    Jvm other = new Jvm(2, 1, "Some JVM", "17");
    List<Curve> curves =
        List.of(curve("a.B", one, 9, 10), curve("a.B", one, 1, 20), curve("a.B", other, 5, 5));

    assertThat(LiveOverTime.of(curves, List.of()).curves())
        .containsExactly(curve("a.B", other, 5, 5), curve("a.B", one, 1, 20));
  }

  @Test
  void aCurveThatShowsNothingOrCannotBeIsNone() {
    Mark check = new Mark(Kind.CHECK, 5, "", "exit", 3);
    List<Curve> none =
        List.of(
            new Curve("a.Short", null, 1, RISE.subList(0, 2), 5, 5),
            new Curve("a.Timeless", null, 0, RISE, 5, 5),
            new Curve("a.TooFew", null, 1, RISE, 5, 2));

    assertThat(LiveOverTime.of(none, List.of(check))).isEqualTo(LiveOverTime.NONE);
  }

  @Test
  void equalMarksCloseTogetherAreOne() {
    assertThat(
            shown(
                new Mark(Kind.EXCEPTION, 1_000, "a.B", "a.Broken", 1),
                new Mark(Kind.EXCEPTION, 1_001, "a.B", "a.Broken", 2),
                new Mark(Kind.EXCEPTION, 1_000, "a.C", "a.Broken", 1),
                new Mark(Kind.OVERDUE, 1_000, "a.B", "", 4),
                new Mark(Kind.EXCEPTION, 100_000, "a.B", "a.Broken", 1)))
        .containsExactly(
            new Mark(Kind.OVERDUE, 1_000, "a.B", "", 4),
            new Mark(Kind.EXCEPTION, 1_000, "a.B", "a.Broken", 3),
            new Mark(Kind.EXCEPTION, 1_000, "a.C", "a.Broken", 1),
            new Mark(Kind.EXCEPTION, 100_000, "a.B", "a.Broken", 1));
  }

  @Test
  void ofChecksCloseTogetherTheLaterOneSpeaks() {
    Mark last = new Mark(Kind.CHECK, 1_001, "", "demand", 3);

    assertThat(
            shown(
                last,
                new Mark(Kind.CHECK, 1_000, "", "demand", 7),
                new Mark(Kind.CHECK, 100_000, "", "exit", 2)))
        .containsExactly(last, new Mark(Kind.CHECK, 100_000, "", "exit", 2));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ofManyMarksFiftyAreShown(Kind kind) {
    Mark[] marks = new Mark[100];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = new Mark(kind, 1_000_000L * (1 + i), "a.T", "", 1);
    }

    assertThat(shown(marks))
        .hasSize(50)
        .isSortedAccordingTo((one, other) -> Long.compare(one.time(), other.time()))
        .contains(kind == Kind.CHECK ? marks[99] : marks[0])
        .doesNotContain(kind == Kind.CHECK ? marks[0] : marks[99]);
  }

  @Test
  void whoseCurvesTheyAreIsSaidOnlyWhereItWasNot() {
    Jvm one = new Jvm(1, 1, "Some JVM", "17");
    Jvm other = new Jvm(2, 1, "Some JVM", "17");
    LiveOverTime live =
        new LiveOverTime(List.of(curve("a.B", 1, 3), curve("a.C", one, 1, 3)), List.of());

    assertThat(live.in(other).curves()).extracting(Curve::jvm).containsExactly(other, one);
    assertThat(live.in(null)).isEqualTo(live);
  }
}

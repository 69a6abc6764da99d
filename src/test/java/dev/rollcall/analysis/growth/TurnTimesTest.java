package dev.rollcall.analysis.growth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.growth.LiveOverTime.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnTimesTest {
  private static final long START = 1_764_000_000_000_000_000L;
  private static final long MILLI = 1_000_000;

  private static long at(long millis) {
    return START + millis * MILLI;
  }

  private static TurnTimes some() {
    TurnTimes turns = new TurnTimes();
    turns.ended("a.B", at(7));
    turns.began("a.B", at(0));
    turns.began("a.C", at(3));
    turns.began("a.B", at(5));
    turns.began("a.B", at(5));
    return turns;
  }

  private static TurnTimes.Course course(TurnTimes turns, long end, int most) {
    return requireNonNull(turns.of("a.B", end, most));
  }

  @Test
  void eachChangeIsAPointAndSoIsTheEnd() {
    assertThat(some().of("a.B", at(100), 240))
        .isEqualTo(
            new TurnTimes.Course(
                START,
                List.of(new Point(0, 1), new Point(5, 3), new Point(7, 2), new Point(100, 2)),
                3));
    assertThat(some().types()).containsExactly("a.B", "a.C");
  }

  @Test
  void whatBeganAndEndedAtOneTimeDidNotEndFirst() {
    TurnTimes turns = new TurnTimes();
    turns.ended("a.B", at(0));
    turns.began("a.B", at(0));

    assertThat(course(turns, at(1), 240).points())
        .containsExactly(new Point(0, 0), new Point(1, 0));
  }

  @Test
  void whereOneEndedThatNeverBeganNothingIsKnown() {
    TurnTimes turns = some();
    turns.ended("a.B", at(1));
    turns.ended("a.B", at(2));

    assertThat(turns.of("a.B", at(100), 240)).isNull();
    assertThat(turns.of("a.X", at(100), 240)).isNull();
  }

  @Test
  void ofManyPointsSomeAreShownAndEachIsTrue() {
    TurnTimes turns = new TurnTimes();
    for (int i = 0; i < 1_000; i++) {
      turns.began("a.B", at(i));
    }

    List<Point> points = course(turns, at(999), 240).points();

    assertThat(points).hasSize(240).startsWith(new Point(0, 1)).endsWith(new Point(999, 1_000));
    assertThat(points).allSatisfy(p -> assertThat(p.live()).isEqualTo(p.millis() + 1));
  }

  @Test
  void whatIsReadInPartsIsTheSame() {
    TurnTimes one = new TurnTimes();
    one.began("a.B", at(5));
    TurnTimes both = some();
    both.addAll(one);
    one.addAll(some());

    assertThat(one.of("a.B", at(100), 240)).isEqualTo(both.of("a.B", at(100), 240));
    assertThat(course(one, at(100), 240).registered()).isEqualTo(4);
    assertThat(one.hasAll(5, 1)).isTrue();
    assertThat(one.hasAll(5, 2)).isFalse();
  }

  @Test
  void ofTooManyNothingIsKept() {
    TurnTimes turns = new TurnTimes();
    for (int i = 0; i < TurnTimes.MOST; i++) {
      turns.began("a.B", at(i));
    }
    TurnTimes more = new TurnTimes();
    more.addAll(turns);
    assertThat(turns.hasAll(TurnTimes.MOST, 0)).isTrue();
    assertThat(more.hasAll(TurnTimes.MOST, 0)).isTrue();

    turns.ended("a.B", at(0));
    more.addAll(some());
    TurnTimes after = some();
    after.addAll(turns);

    for (TurnTimes full : List.of(turns, more, after)) {
      assertThat(full.hasAll(TurnTimes.MOST, 1)).isFalse();
      assertThat(full.types()).isEmpty();
      assertThat(full.of("a.B", at(0), 240)).isNull();
    }
  }
}

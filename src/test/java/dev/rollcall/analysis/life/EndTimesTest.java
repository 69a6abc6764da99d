package dev.rollcall.analysis.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EndTimesTest {
  private static EndTimes ends(long from, long to) {
    EndTimes ends = new EndTimes();
    for (long time = from; time < to; time++) {
      ends.add(time);
    }
    return ends;
  }

  @Test
  void countsWhatEndedSinceTheMark() {
    EndTimes ends = ends(0, 50);
    ends.mark(40);
    for (long time = 50; time < 200_000; time++) {
      ends.add(time);
    }

    assertThat(ends.since(40)).isEqualTo(199_960);
    assertThat(ends.since(-1)).isEqualTo(200_000);
    assertThat(ends.since(199_000)).isEqualTo(1_000);
  }

  @Test
  void aMarkMayComeLate() {
    EndTimes ends = ends(0, 100_000);
    ends.mark(90_000);
    ends.add(100_000);

    assertThat(ends.since(90_000)).isEqualTo(10_001);
  }

  @Test
  void takesOverThoseOfAnotherFile() {
    EndTimes first = ends(0, 100_000);
    first.mark(99_000);
    EndTimes second = ends(100_000, 300_000);
    first.addAll(second);

    assertThat(first.since(99_000)).isEqualTo(201_000);

    EndTimes third = ends(300_000, 300_010);
    third.mark(300_005);
    first.addAll(third);
    assertThat(first.since(300_005)).isEqualTo(5);
  }
}

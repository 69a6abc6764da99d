package dev.rollcall.analysis.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void eachCountIsOfAgesTwiceAsLong() {
    assertThat(Spread.of(0, 1, 2, 3, 6, 7, 14, 15).counts()).containsExactly(1L, 2L, 2L, 2L, 1L);
    assertThat(Spread.of(1 << 10).counts()).hasSize(11).endsWith(1L);
    assertThat(Spread.of((1 << 10) - 2).counts()).hasSize(10).endsWith(1L);
  }

  @Test
  void theLongestAgeHasItsPlace() {
    assertThat(Spread.of(Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE - 2).counts())
        .hasSize(Spread.MOST)
        .endsWith(3L);
  }

  @Test
  void whatIsNotKnownIsNotCounted() {
    assertThat(Spread.of(-1)).isEqualTo(Spread.NONE);
    assertThat(Spread.NONE.isEmpty()).isTrue();
    assertThat(new Spread(List.of(0L, 2L, 0L, 0L))).isEqualTo(new Spread(List.of(0L, 2L)));
  }

  @Test
  void spreadsAddUp() {
    Spread one = Spread.of(0, 5);
    Spread other = Spread.of(0, 100, 200);

    assertThat(one.plus(other)).isEqualTo(Spread.of(0, 0, 5, 100, 200));
    assertThat(other.plus(one)).isEqualTo(one.plus(other));
    assertThat(one.plus(Spread.NONE)).isEqualTo(one);
    assertThat(one.plus(other).sum()).isEqualTo(5);
  }

  @Test
  void ofFewLifetimesItIsExact() {
    LifetimeSketch sketch = new LifetimeSketch();
    for (long millis : new long[] {0, 30, 31, 62, 63}) {
      sketch.add(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    assertThat(sketch.spread()).isEqualTo(Spread.of(0, 30, 31, 62, 63));
  }

  @Test
  void ofManyLifetimesEachIsCountedOnceAndOnlyThoseNearALimitElsewhere() {
    Random random = new Random(7);
    LifetimeSketch sketch = new LifetimeSketch();
    long[] millis = new long[10_000];
    for (int i = 0; i < millis.length; i++) {
      // From the middle of each stretch, so that no step of the histogram reaches out of it.
      int place = random.nextInt(30);
      millis[i] = (1L << place) + (1L << place) / 4;
      sketch.add(TimeUnit.MILLISECONDS.toNanos(millis[i]));
    }

    assertThat(sketch.spread()).isEqualTo(Spread.of(millis));
    assertThat(sketch.spread().sum()).isEqualTo(10_000);
  }
}

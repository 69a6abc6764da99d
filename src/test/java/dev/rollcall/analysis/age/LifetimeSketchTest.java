package dev.rollcall.analysis.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

final class LifetimeSketchTest {
  private static LifetimeSketch of(long... millis) {
    LifetimeSketch sketch = new LifetimeSketch();
    Arrays.stream(millis).map(TimeUnit.MILLISECONDS::toNanos).forEach(sketch::add);
    return sketch;
  }

  private static long[] random(int count, long seed) {
    Random random = new Random(seed);
    return LongStream.generate(() -> (long) (100 * Math.exp(2 * random.nextGaussian())))
        .limit(count)
        .toArray();
  }

  @Test
  void noneHaveNoLifetimes() {
    assertThat(new LifetimeSketch().lifetimes()).isEqualTo(Lifetimes.NONE);
  }

  @Test
  void fewAreExact() {
    assertThat(of(300, 100, 200).lifetimes()).isEqualTo(new Lifetimes(3, 200, 300));
    assertThat(of(300, 100, 200, 400).lifetimes()).isEqualTo(new Lifetimes(4, 200, 400));
    assertThat(of(1).longest()).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1_000, 50_001})
  void ofManyTheMedianIsNearlyRightAndTheLongestExact(int count) {
    long[] millis = random(count, count);
    Lifetimes lifetimes = of(millis).lifetimes();

    Arrays.sort(millis);
    long median = millis[(count - 1) / 2];
    assertThat(lifetimes.released()).isEqualTo(count);
    assertThat(lifetimes.longestMillis()).isEqualTo(millis[count - 1]);
    assertThat(lifetimes.medianMillis()).isCloseTo(median, within(median / 16 + 1));
  }

  @Test
  void theMedianIsNoLongerThanTheLongest() {
    long[] equal = new long[100];
    Arrays.fill(equal, 97);

    assertThat(of(equal).lifetimes()).isEqualTo(new Lifetimes(100, 97, 97));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 32, 33, 64, 500})
  void addedUpTheyAreAsIfTheyHadBeenOne(int count) {
    for (int other : new int[] {0, 10, 40, 500}) {
      long[] some = random(count, 1);
      long[] more = random(other, 2);
      LifetimeSketch sum = of(some);
      sum.addAll(of(more));
      sum.addLongest(5);

      assertThat(sum.lifetimes())
          .isEqualTo(
              of(LongStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray())
                  .lifetimes());
    }
  }

  @Test
  void addingLeavesTheOtherAlone() {
    LifetimeSketch many = of(random(100, 3));
    Lifetimes before = many.lifetimes();
    LifetimeSketch sum = of(1);
    sum.addAll(many);
    sum.add(1);

    assertThat(many.lifetimes()).isEqualTo(before);
  }

  @Test
  void whatIsKnownInPartCountsForTheLongestOnly() {
    LifetimeSketch sketch = of(1, 2, 3);
    sketch.addLongest(TimeUnit.MINUTES.toNanos(1));

    assertThat(sketch.lifetimes()).isEqualTo(new Lifetimes(3, 2, 60_000));
  }

  @Test
  void aDamagedClockBreaksNothing() {
    LifetimeSketch sketch = of(random(40, 4));
    sketch.add(-1);
    sketch.add(Long.MAX_VALUE);
    sketch.add(Long.MIN_VALUE);

    assertThat(sketch.count()).isEqualTo(43);
    assertThat(sketch.longest()).isEqualTo(Long.MAX_VALUE);
  }

  /**
   * A group costs what its lives differ by, and 4 kB at most; nothing to speak of if it is small.
   */
  @Test
  void theyAreSmall() {
    LifetimeSketch longest = of(random(1_000, 5));
    longest.add(Long.MAX_VALUE);
    LifetimeSketch ordinary = of(LongStream.range(0, 4_000).toArray());

    assertThat(GraphLayout.parseInstance(of(1, 2, 3, 4)).totalSize()).isLessThan(120);
    assertThat(GraphLayout.parseInstance(ordinary).totalSize()).isLessThan(2_048);
    assertThat(GraphLayout.parseInstance(longest).totalSize()).isLessThan(4_500);
  }
}

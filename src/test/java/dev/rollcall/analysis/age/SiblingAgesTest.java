package dev.rollcall.analysis.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

final class SiblingAgesTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static SiblingAges of(List<Integer> seconds) {
    SiblingAges ages = new SiblingAges();
    seconds.forEach(began -> ages.add(began * SECOND, (began + 1) * SECOND));
    return ages;
  }

  private static List<Integer> range(int from, int to) {
    List<Integer> seconds = new ArrayList<>();
    for (int i = from; i < to; i++) {
      seconds.add(i);
    }
    return seconds;
  }

  @Test
  void theHundredthEarliestSaysHowLongAHundredWereWatched() {
    List<Integer> seconds = range(0, 500);
    Collections.shuffle(seconds, new Random(1));

    assertThat(of(seconds).watchedMillis(600 * SECOND)).isEqualTo(501_000);
    assertThat(of(seconds).quietMillis(600 * SECOND)).isEqualTo(101_000);
    assertThat(of(range(0, 100)).watchedMillis(600 * SECOND)).isEqualTo(501_000);
    assertThat(of(range(0, 99)).watchedMillis(600 * SECOND)).isEqualTo(-1);
  }

  @Test
  void inTwoFilesTheyAreAsInOne() {
    SiblingAges both = of(range(60, 500));
    both.addAll(of(range(0, 60)));

    assertThat(both.watchedMillis(600 * SECOND)).isEqualTo(501_000);
    assertThat(both.quietMillis(600 * SECOND)).isEqualTo(101_000);
    assertThat(both.lifetimes().count()).isEqualTo(500);
  }

  /** One that ended an hour after the other: an hour later is not older. */
  @Test
  void everyJvmHasAnEndOfItsOwn() {
    SiblingAges all = new SiblingAges();
    all.addAll(of(range(0, 60)), 100 * SECOND);
    all.addAll(of(range(3_600, 3_660)), 3_700 * SECOND);

    assertThat(all.watchedMillis(0)).isEqualTo(51_000);
    assertThat(all.quietMillis(0)).isEqualTo(41_000);
  }

  @Test
  void anotherRunDoesNotSayWhenThisOneSlept() {
    SiblingAges all = new SiblingAges();
    all.addAll(of(range(0, 10)), 100 * SECOND);
    all.addWatched(of(range(0, 100)), 100 * SECOND);

    assertThat(all.quietMillis(0)).isEqualTo(91_000);
    assertThat(all.watchedMillis(0)).isPositive();
    assertThat(all.lifetimes().count()).isEqualTo(110);
  }

  /** Ten thousand groups of a hundred each, and ten thousand busy ones, in bytes. */
  @Test
  void manyGroupsAreAffordable() {
    SiblingAges busy = new SiblingAges();
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long began = i * SECOND;
      busy.add(began, began + (long) (SECOND * Math.exp(2 * random.nextGaussian())));
    }

    assertThat(GraphLayout.parseInstance(of(range(0, 1))).totalSize()).isLessThan(250);
    assertThat(GraphLayout.parseInstance(of(range(0, 10))).totalSize()).isLessThan(400);
    assertThat(GraphLayout.parseInstance(busy).totalSize()).isLessThan(4_096);
  }
}

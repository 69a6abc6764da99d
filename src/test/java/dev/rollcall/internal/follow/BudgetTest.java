package dev.rollcall.internal.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  private final Budget budget = new Budget();

  private int taken(int perSecond, int now, int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      taken += budget.take(perSecond, now) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void isFullAtFirstAndHoldsWhatASecondAndAHalfBring() {
    assertThat(taken(100, 0, 1_000)).isEqualTo(150);
    assertThat(taken(100, 0, 1_000)).isZero();
  }

  @Test
  void fillsWithTime() {
    taken(100, 0, 1_000);

    assertThat(taken(100, 1, 1_000)).isEqualTo(10);
    assertThat(taken(100, 4, 1_000)).isEqualTo(30);
    assertThat(taken(100, 10_000, 1_000)).isEqualTo(150);
  }

  /** One a second is less than a token in a tenth: what has flowed in is not forgotten. */
  @Test
  void fillsHoweverSlowly() {
    assertThat(taken(1, 0, 10)).isEqualTo(1);
    List<Integer> at = new ArrayList<>();
    for (int now = 1; now <= 40; now++) {
      if (taken(1, now, 10) == 1) {
        at.add(now);
      }
    }

    assertThat(at).containsExactly(5, 15, 25, 35);
  }

  @Test
  void hasNothingWhereNothingIsWanted() {
    assertThat(taken(0, 0, 10)).isZero();
    assertThat(taken(0, 1_000_000, 10)).isZero();
  }

  /** Another recording started, or ended. */
  @Test
  void keepsToWhatIsWantedNow() {
    assertThat(taken(1_000, 0, 10_000)).isEqualTo(1_500);
    assertThat(taken(10, 1_000, 10_000)).isEqualTo(15);
    assertThat(taken(100, 1_001, 10_000)).isEqualTo(10);
    assertThat(taken(100_000_000, 10_000_000, 10)).isEqualTo(10);
    assertThat(taken(10, 10_000_000, 10_000)).isEqualTo(15);
  }

  /** A thread may have read the clock before another one did, and ask after it. */
  @Test
  void goesNeverBackInTime() {
    taken(100, 9, 1_000);

    assertThat(taken(100, 8, 1_000)).isZero();
    assertThat(taken(100, 10, 1_000)).isEqualTo(10);
  }

  /**
   * It is asked for every life of the type, by all threads: those that get nothing write nothing.
   */
  @Test
  void isNotWrittenWhereItIsEmpty() {
    taken(100, 5, 1_000);
    long word = budget.get();

    taken(100, 5, 1_000);
    assertThat(budget.get()).isEqualTo(word);
  }

  /**
   * Whatever is registered fewer than a hundred times in any second is followed whole, though the
   * clock is late by up to half a second, and by another delay each time.
   */
  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1_000})
  void aRareTypeIsFollowedWhole(int perSecond) {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Budget fresh = new Budget();
      List<Integer> millis = rarely(random, perSecond, 20_000);
      int seen = 0;
      int[] refused = {0};
      for (int now : millis) {
        int late = random.nextInt(401);
        seen = Math.max(seen, Math.max(0, now - late) / 100);
        refused[0] += fresh.take(perSecond, seen) ? 0 : 1;
      }
      assertThat(refused[0]).as("seed %s of %s", seed, millis.size()).isZero();
    }
  }

  /** Times at which something is registered, in bursts, at most so often in any second. */
  private static List<Integer> rarely(Random random, int perSecond, int end) {
    List<Integer> times = new ArrayList<>();
    int now = random.nextInt(2_000);
    while (now < end) {
      int burst = 1 + random.nextInt(perSecond);
      for (int i = 0; i < burst && now < end; i++) {
        int first = times.size() - perSecond;
        if (first >= 0) {
          now = Math.max(now, times.get(first) + 1_000);
        }
        times.add(now);
      }
      now += random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(50);
    }
    return times;
  }

  @Test
  void threadsGetNoMoreAndNoFewerTogether() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier tick = new CyclicBarrier(threads);
      List<Future<Integer>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<Integer> part =
            () -> {
              int taken = 0;
              for (int now = 0; now < 200; now++) {
                tick.await(1, TimeUnit.MINUTES);
                taken += taken(1_000, now, 200);
              }
              return taken;
            };
        parts.add(pool.submit(part));
      }
      int all = 0;
      for (Future<Integer> part : parts) {
        all += part.get(1, TimeUnit.MINUTES);
      }
      assertThat(all).isEqualTo(1_500 + 199 * 100);
    } finally {
      pool.shutdownNow();
    }
  }
}

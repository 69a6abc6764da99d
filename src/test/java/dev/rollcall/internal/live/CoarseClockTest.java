package dev.rollcall.internal.live;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoarseClockTest {
  private static final long START_NANOS = -77;
  private static final long START_MILLIS = 1_700_000_000_000L;

  private final CoarseClock clock = new CoarseClock(START_NANOS, START_MILLIS);

  private void tick(long millis, long wallMillis) {
    long now = START_NANOS + MILLISECONDS.toNanos(millis);
    clock.tick(now, wallMillis, now);
  }

  @Test
  void tenthsAreCounted() {
    tick(1_234, START_MILLIS + 1_234);

    assertThat(clock.tenths()).isEqualTo(12);
    assertThat(clock.millisAt(12)).isEqualTo(START_MILLIS + 1_200);
  }

  /** So nothing is overdue because somebody has set the clock. */
  @Test
  void whoSetsTheClockMakesNothingOlder() {
    long hour = HOURS.toMillis(1);
    for (long set : new long[] {hour, -hour}) {
      tick(5_000, START_MILLIS + 5_000);
      long wall = START_MILLIS + 6_000 + set;
      tick(6_000, wall);

      assertThat(clock.tenths()).isEqualTo(60);
      assertThat(wall - clock.millisAt(50)).isEqualTo(1_000);
    }
  }

  @Test
  void aDateIsTheSameEachTimeItIsAskedFor() {
    tick(5_000, START_MILLIS + 5_003);
    assertThat(clock.millisAt(10)).isEqualTo(START_MILLIS + 1_000);

    tick(6_000, START_MILLIS + 5_960);
    assertThat(clock.millisAt(10)).isEqualTo(START_MILLIS + 1_000);
  }

  /** The thread was held up between the two: that is no other time. */
  @Test
  void aLateReadingIsNotBelieved() {
    long now = START_NANOS + MILLISECONDS.toNanos(5_000);
    clock.tick(now, START_MILLIS + 8_000, now + MILLISECONDS.toNanos(3_000));

    assertThat(clock.millisAt(10)).isEqualTo(START_MILLIS + 1_000);
    assertThat(clock.tenths()).isEqualTo(80);
  }
}

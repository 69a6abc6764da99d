package dev.rollcall.internal.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next look may come, by a clock that the test moves. */
class PaceTest {
  private static final long START = Long.MAX_VALUE - 5; // it may run over
  private static final long MILLI = 1_000_000;

  /** How many milliseconds after a look's end the next one is due. */
  private static long pauseMillis(Duration shortest, long lookMillis, boolean passed) {
    Pace pace = new Pace(shortest, START);
    assertThat(pace.isDue(START)).isTrue();
    long end = START + lookMillis * MILLI;
    pace.looked(START, end, passed);
    long pause = 0;
    while (!pace.isDue(end + pause * MILLI)) {
      pause++;
    }
    return pause;
  }

  @ParameterizedTest
  @CsvSource({"PT0.5S, 500", "PT10S, 500", "PT30S, 1500", "PT10M, 5000"})
  void aPassThatCostNothingIsFollowedByAFractionOfTheShortestSpan(Duration shortest, long pause) {
    assertThat(pauseMillis(shortest, 0, true)).isEqualTo(pause);
  }

  @Test
  void lookingTakesAFiftiethOfTheTimeAtMost() {
    assertThat(pauseMillis(Duration.ofSeconds(1), 4, false)).isEqualTo(200);
    assertThat(pauseMillis(Duration.ofSeconds(1), 300, false)).isEqualTo(15_000);
    assertThat(pauseMillis(Duration.ofSeconds(1), 300, true)).isEqualTo(15_000);
  }
}

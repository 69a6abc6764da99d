package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeakWordsTest {
  @Test
  void oneWasAndManyWere() {
    assertThat(LeakWords.neverReleased(1, 1_000))
        .isEqualTo("1 of 1,000 registered resources was never released");
    assertThat(LeakWords.neverReleased(2, 3))
        .isEqualTo("2 of 3 registered resources were never released");
  }

  @Test
  void whatTheCollectorHasTakenIsToldApart() {
    assertThat(LeakWords.collector(3, 0)).isEqualTo("collector: reachable");
    assertThat(LeakWords.collector(0, 3)).isEqualTo("collector: collected before release");
    assertThat(LeakWords.collector(1_000, 1))
        .isEqualTo("collector: 1,000 reachable and 1 collected before release");
  }

  @Test
  void whatOthersOwnIsToldApart() {
    assertThat(LeakWords.directness(3, 0)).isEmpty();
    assertThat(LeakWords.directness(3, 1_000))
        .isEqualTo(", 3 direct and 1,000 owned by other leaks");
  }
}

package dev.rollcall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final int ROUNDS = 5;
  private static final double SECONDS = 2;

  private static double minutes(List<Protocol> protocols, List<Variant> variants) {
    return Plan.full(protocols, variants, ROUNDS, SECONDS).expectedSeconds() / 60;
  }

  @Test
  void aWholeRunTakesNoMoreThanElevenMinutes() {
    assertThat(minutes(List.of(Protocol.values()), Variant.ofWholeRun())).isBetween(5.0, 11.0);
  }

  @Test
  void halfOfItTakesHalfOfTheTime() {
    List<Variant> all = Variant.ofWholeRun();
    assertThat(minutes(List.of(Protocol.HTTP), all) * 2)
        .isEqualTo(minutes(List.of(Protocol.values()), all));
  }
}

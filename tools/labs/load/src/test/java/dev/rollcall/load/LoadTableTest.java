package dev.rollcall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadTableTest {
  private static final List<Variant> VARIANTS =
      List.of(Variant.NOTHING, Variant.PRODUCTION, Variant.NO_STACKS, Variant.ADVANCED);

  private static Measured cpu(double micros) {
    return new Measured(1_000, micros * 1_000, 0, 1, 1);
  }

  private static Round round(double nothing, double production, double noStacks, double advanced) {
    return new Round(
        500,
        Map.of(
            Variant.NOTHING, cpu(nothing),
            Variant.PRODUCTION, cpu(production),
            Variant.NO_STACKS, cpu(noStacks),
            Variant.ADVANCED, cpu(advanced)));
  }

  private static final Results RESULTS =
      new Results(
          List.of(round(10, 11, 20, 11), round(20, 12, 18, 10), round(11, 30, 17, 12)), Map.of());

  private static String text(Map<Protocol, Results> results) throws IOException {
    Plan plan = Plan.full(List.copyOf(results.keySet()), VARIANTS, 3, 2);
    return new LoadTable(plan, Cores.SHARED, results).text();
  }

  @Test
  void theRatioIsThatOfTheMediansWithTheRangeOfTheRounds() {
    Spread ratio = RESULTS.ratio(Variant.PRODUCTION, Variant.ADVANCED, Measured::cpuNanos);
    assertThat(ratio.toString()).isEqualTo("1.09 (1.00–2.50)");
  }

  @Test
  void aTargetIsReachedOrMissedAtTheRatioOfTheMedians() throws IOException {
    assertThat(text(Map.of(Protocol.HTTP, RESULTS)).lines())
        .filteredOn(line -> line.contains("µs | Netty") || line.contains("µs | nothing"))
        .containsExactly(
            "| for production: every buffer is counted, a hundred a second are followed | Netty,"
                + " HTTP/1.1 | 12.0 µs | Netty `ADVANCED` 11.0 µs | 1.09 (1.00–2.50) | 1.0 |"
                + " **missed** |",
            "| every life is followed, without stacks | Netty, HTTP/1.1 | 18.0 µs | nothing 11.0 µs"
                + " | 1.64 (0.90–2.00) | 1.4 | **missed** |");
    assertThat(new Target("", Variant.NO_STACKS, Variant.NOTHING, 1.4, List.of()).result(1.4))
        .isEqualTo("reached");
  }

  @Test
  void aTargetIsLeftOutWhereItIsNotPromisedOrNotMeasured() throws IOException {
    assertThat(text(Map.of(Protocol.GRPC, RESULTS)))
        .contains("for production")
        .doesNotContain("without stacks |", "PARANOID");
  }

  @Test
  void thereIsNoTableOfTargetsWhereNoneWasMeasured() throws IOException {
    Plan plan = Plan.full(List.of(Protocol.HTTP), List.of(Variant.NOTHING), 3, 2);
    assertThat(new LoadTable(plan, Cores.SHARED, Map.of(Protocol.HTTP, RESULTS)).text())
        .contains("| nothing |")
        .doesNotContain("| target |");
  }
}

package dev.rollcall.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final String REPORT =
      """
      {"groups": [
        {"count": 2, "suspects": [
          {"confidence": "low", "frame": {"class": "a.B", "method": "open"}}]},
        {"count": 9, "suspects": [
          {"confidence": "high", "frame": {"class": "a.B", "method": "close"}},
          {"confidence": "low", "frame": {"class": "a.B$C", "method": "lambda$read$3"}}]}],
       "misuses": [{"count": 1}]}
      """;

  private static final String TEXT =
      """
      a.AB.close(AB.java:1)
      a.B.closed(B.java:1)
        1. a.B.close
      a.B$C.lambda$read$3(B.java:2)
      """;

  @Test
  void theLargestGroupIsAsked() throws JsonProcessingException {
    assertThat(of("a.B.close")).isEqualTo(new Standing(1, 1, "high", 3));
    assertThat(of("a.B.open")).isEqualTo(new Standing(0, 1, "high", 0));
  }

  @Test
  void aLambdaIsTheMethodItIsWrittenIn() throws JsonProcessingException {
    assertThat(of("a.B$C.read")).isEqualTo(new Standing(2, 1, "high", 4));
    assertThat(of("a.B.read").method()).isZero();
  }

  @Test
  void theFirstOfSeveralMethodsCounts() throws JsonProcessingException {
    assertThat(of("a.D.open", "a.B$C.read", "a.B.close").method()).isEqualTo(1);
  }

  @Test
  void aClassIsThatOfItsSourceFile() throws JsonProcessingException {
    assertThat(of("a.B$D.open").type()).isEqualTo(1);
    assertThat(of("a.D.open").type()).isZero();
  }

  @Test
  void whereNobodyIsSuspectedNothingIsSure() throws JsonProcessingException {
    assertThat(Standing.of(List.of(Guilty.of("a.B.close")), Bug.OVER_RELEASE, report(), ""))
        .isEqualTo(new Standing(0, 0, "", 0));
  }

  @Test
  void theWorstIsTheLast() {
    Standing second = new Standing(2, 1, "low", 9);

    assertThat(
            Stream.of(new Standing(0, 1, "low", 9), second, new Standing(1, 1, "low", 9))
                .sorted(Standing.BEST_FIRST)
                .map(Standing::method))
        .containsExactly(1, 2, 0);
  }

  private static Standing of(String... guilty) throws JsonProcessingException {
    return Standing.of(Stream.of(guilty).map(Guilty::of).toList(), Bug.LEAK, report(), TEXT);
  }

  private static JsonNode report() throws JsonProcessingException {
    return new ObjectMapper().readTree(REPORT);
  }
}

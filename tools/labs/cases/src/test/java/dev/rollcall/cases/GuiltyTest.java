package dev.rollcall.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class GuiltyTest {
  private static final String REPORT =
      """
      {"groups": [
        {"count": 2, "suspects": [{"frame": {"class": "a.B", "method": "open"}}]},
        {"count": 9, "suspects": [
          {"frame": {"class": "a.B", "method": "close"}},
          {"frame": {"class": "a.B$C", "method": "lambda$read$3"}}]}]}
      """;

  private static JsonNode report() throws IOException {
    return new ObjectMapper().readTree(REPORT);
  }

  @Test
  void theLargestGroupIsAsked() throws IOException {
    assertThat(Guilty.of("a.B.close").rank(report())).hasValue(1);
    assertThat(Guilty.of("a.B.open").rank(report())).isEmpty();
  }

  @Test
  void aLambdaIsTheMethodItIsWrittenIn() throws IOException {
    assertThat(Guilty.of("a.B$C.read").rank(report())).hasValue(2);
    assertThat(Guilty.of("a.B.read").rank(report())).isEmpty();
  }
}

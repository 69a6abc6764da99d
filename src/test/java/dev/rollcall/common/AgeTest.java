package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "59949, 59.9 s",
    "60000, 1 min",
    "3599999, 59 min",
    "3600000, 1 h 00 min",
    "93784000, 26 h 03 min"
  })
  void ages(long millis, String text) {
    assertThat(Age.of(Duration.ofMillis(millis))).isEqualTo(text);
  }
}

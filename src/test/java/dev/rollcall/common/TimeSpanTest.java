package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({
    "0, under 0.5 s",
    "449, under 0.5 s",
    "450, 0.5 s",
    "999, 1.0 s",
    "1209, 1.2 s",
    "59949, 59.9 s",
    "59950, 60 s",
    "60000, 60 s",
    "119000, 119 s",
    "599949, 599 s",
    "599950, 10 min",
    "3599999, 1 h 00 min",
    "3599000, 59 min",
    "93784000, 26 h 03 min"
  })
  void anAgeHasTenths(long millis, String text) {
    assertThat(TimeSpan.age(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, under 1 ms", "1, 1 ms", "499, 499 ms", "500, 0.5 s", "60000, 60 s"})
  void aLifeThatIsOverIsKnownBetter(long millis, String text) {
    assertThat(TimeSpan.lifetime(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.000 ms",
    "9_000, 0.009 ms",
    "999_999_000, 999.999 ms",
    "1_209_000_000, 1.209 s",
    "119_999_000_000, 119.999 s",
    "120_000_000_000, 2.0 min",
    "7_200_000_000_000, 2.0 h"
  })
  void theTimeBetweenEventsHasAllItsDigits(String nanos, String text) {
    assertThat(TimeSpan.exact(Long.parseLong(nanos.replace("_", "")))).isEqualTo(text);
  }
}

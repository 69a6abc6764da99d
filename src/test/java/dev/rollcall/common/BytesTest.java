package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "1023, '1,023 bytes'",
    "1024, 1.0 KiB",
    "1536, 1.5 KiB",
    "12897485, 12.3 MiB",
    "1048524, 1023.9 KiB",
    "1048575, 1.0 MiB",
    "1099511627775, 1.0 TiB",
    "9223372036854775807, 8.0 EiB"
  })
  void amountsReadAsPeopleSayThem(long bytes, String text) {
    assertThat(Bytes.text(bytes)).isEqualTo(text);
  }

  @Test
  void aSumThatIsTooLargeIsTheLargest() {
    assertThat(Bytes.plus(3, 4)).isEqualTo(7);
    assertThat(Bytes.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(Bytes.plus(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }
}

package dev.rollcall.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class TypePatternsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.B|a.B|true",
        "a.B|a.Bc|false",
        "a.B|xa.B|false",
        "a.B|aXB|false",
        "a.*|a.b.C|true",
        "a.*|a|false",
        "*Pool|x.y.ThreadPool|true",
        "*Pool|x.y.PoolX|false",
        "a.*.C|a.b.c.C|true",
        "a.*.C|a.C|false",
        "*|anything|true",
        "a$B|a$B|true",
        "a[]|a[]|true",
        "' a.B , , c.D '|c.D|true",
        "' a.B , , c.D '|a.B|true",
        "' a.B , , c.D '|''|false",
        "''|a.B|false",
        "''|''|false",
      })
  void matches(String patterns, String type, boolean expected) {
    assertThat(TypePatterns.parse(patterns).matches(type)).isEqualTo(expected);
  }
}

package dev.rollcall.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTableTest {
  @Test
  void saysWhereTheMethodStandsInEachVariantAndSumsUp() {
    Standing first = new Standing(1, 1, "high", 7);
    Standing second = new Standing(2, 1, "high", 9);
    Standing none = new Standing(0, 0, "", 0);

    assertThat(
            StandingTable.of(
                List.of(
                    new StandingTable.Row("a", none, first),
                    new StandingTable.Row("b", second, first))))
        .isEqualToNormalizingNewlines(
            """
            | case | alone: method | class | first suspect | lines to read | with healthy siblings: method | class | first suspect | lines to read |
            | --- | ---: | ---: | --- | ---: | ---: | ---: | --- | ---: |
            | a | - | - | - | - | 1 | 1 | high | 7 |
            | b | 2 | 1 | high | 9 | 1 | 1 | high | 7 |

            Alone: the method is first in 0 of 2 cases and among three in 1, its class in 1 and 1; of 1 first suspects of high confidence 0 are right; it is named after 9 lines (median), in 1 never.
            With healthy siblings: the method is first in 2 of 2 cases and among three in 2, its class in 2 and 2; of 2 first suspects of high confidence 2 are right; it is named after 7 lines (median), in 0 never.
            """);
  }
}

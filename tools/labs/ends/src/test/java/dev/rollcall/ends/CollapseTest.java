package dev.rollcall.ends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakMode;
import org.junit.jupiter.api.Test;

final class CollapseTest {
  @Test
  void whatIsTheSameEverywhereIsSaidOnce() {
    assertThat(Collapse.of(Cells.each(cell -> "whole"))).hasValue("whole");
  }

  @Test
  void whatDependsOnOneThingIsSaidForEach() {
    assertThat(Collapse.of(Cells.each(cell -> cell.mode() == LeakMode.FAIL ? "86" : "0")))
        .hasValue("`warn`: 0; `fail`: 86");
    assertThat(Collapse.of(Cells.each(cell -> cell.jdk().feature() == 17 ? "none" : "whole")))
        .hasValue("JDK 17: none; JDK 25: whole");
  }

  @Test
  void whatDependsOnMoreIsARuleWithExceptions() {
    var words =
        Cells.each(
            cell ->
                cell.recorded() && cell.mode() == LeakMode.FAIL && cell.jdk().feature() == 25
                    ? "none"
                    : "whole");

    assertThat(Collapse.of(words)).isEmpty();
    assertThat(Collapse.exceptions(words)).isEqualTo("whole; `fail` JDK 25 recorded: none");
  }
}

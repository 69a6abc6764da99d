package dev.rollcall.ends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndTableTest {
  private static String row(Results results) {
    String table =
        EndTable.of(
            List.of(Cells.RETURN),
            results,
            "2 runs",
            List.of(new Jdk(Path.of("a"), "17.0.1")),
            LocalDate.of(2026, 12, 1));
    assertThat(table).startsWith("Tried on 2026-12-01 with JDK 17.0.1 on ");
    return table.lines().reduce((one, next) -> next).orElseThrow();
  }

  @Test
  void whatIsTheSameIsOneRow() {
    Results results = new Results();
    for (Cell cell : Cells.all()) {
      results.add(cell, Cells.outcome(cell, ExitText.State.WHOLE));
      results.add(cell, Cells.outcome(cell, ExitText.State.WHOLE));
    }

    assertThat(row(results))
        .isEqualTo(
            "| `main` returns | whole 2 of 2 | whole 2 of 2 | `warn`: 0; `fail`: 86 | 0.3 s |");
  }

  @Test
  void whatIsBrokenIsBold() {
    Results results = new Results();
    for (Cell cell : Cells.all()) {
      results.add(cell, Cells.outcome(cell, ExitText.State.WHOLE));
      results.add(cell, Cells.outcome(cell, ExitText.State.NONE));
    }

    assertThat(row(results)).startsWith("| `main` returns | **whole 1, none 1 of 2** | whole 2");
  }

  @Test
  void whatCouldNotBeTriedIsSaid() {
    assertThat(row(new Results())).contains("could not be tried");
  }

  @Test
  void theMostFrequentComesFirst() {
    assertThat(EndTable.count(List.of("none", "whole", "whole"), true))
        .isEqualTo("whole 2, none 1 of 3");
    assertThat(EndTable.count(List.of("0", "0"), false)).isEqualTo("0");
  }
}

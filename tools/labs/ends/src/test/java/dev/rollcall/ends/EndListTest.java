package dev.rollcall.ends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndListTest {
  @Test
  void theirNamesDiffer() {
    assertThat(EndList.all()).extracting(End::name).doesNotHaveDuplicates();
  }

  @Test
  void theShortPlanHasEveryEndAndAllKindsOfRuns() {
    Plan plan = Plan.brief(new Jdk(Path.of("a"), "17.0.1"));
    List<End> ends = EndList.all();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      cells.addAll(plan.cells(ends.get(i), i));
    }

    assertThat(cells).extracting(Cell::end).isEqualTo(ends);
    for (LeakMode mode : List.of(LeakMode.WARN, LeakMode.FAIL)) {
      assertThat(cells)
          .anyMatch(cell -> cell.mode() == mode && cell.recorded())
          .anyMatch(cell -> cell.mode() == mode && !cell.recorded());
    }
  }

  @Test
  void theManualHasAPlaceForTheTable() throws IOException {
    String page = Files.readString(Path.of("../../../src/site/markdown/ends.md"));

    assertThat(Page.with(page, "TABLE")).contains("\nTABLE\n");
    assertThat(Page.with(Page.with(page, "TABLE"), "OTHER")).doesNotContain("TABLE");
  }
}

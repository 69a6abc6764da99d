package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTableTest {
  private static final StackTraceElement FRAME = new StackTraceElement("a.B", "c", "B.java", 7);

  private static List<String> lines(StepTable table, int columns) {
    return table.rows(columns).stream().flatMap(List::stream).toList();
  }

  @Test
  void aStepIsALineAndColumnsStandBelowEachOther() {
    StepTable table = new StepTable();
    table.add(0, "main", "register", null, FRAME, null);
    table.add(1_500_000, "a-worker", "retain", 2L, FRAME, "kept\nfor Ann");
    table.add(2_000_000_000, "", "touch", null, null, "seen");
    table.add(-1, "main", "release", 1L, null, null);

    assertThat(lines(table, 100))
        .containsExactly(
            "time       thread    step      count  where: note",
            "+0.000 ms  main      register         a.B.c(B.java:7)",
            "+1.500 ms  a-worker  retain    2      a.B.c(B.java:7): kept\\u000afor Ann",
            "+2.000 s             touch            seen",
            "+0.000 ms  main      release   1");
  }

  @Test
  void oneLongNameDoesNotMoveTheOthers() {
    StepTable table = new StepTable();
    table.add(0, "t".repeat(100), "register", null, null, "a");
    table.add(0, "main", "touch", null, null, "b");

    assertThat(lines(table, 200).get(1)).startsWith("+0.000 ms  " + "t".repeat(100) + "  register");
    assertThat(lines(table, 200).get(2))
        .isEqualTo("+0.000 ms  main" + " ".repeat(30) + "touch            b");
  }

  @Test
  void whatDoesNotFitStandsBelow() {
    StepTable table = new StepTable();
    table.add(0, "main", "register", null, FRAME, "kept for Ann and for Bob");
    table.add(
        1_000_000,
        "main",
        "touch",
        null,
        new StackTraceElement("a.B", "c".repeat(30), "B.java", 7),
        "seen");

    assertThat(lines(table, 60))
        .containsExactly(
            "time       thread  step      count  where: note",
            "+0.000 ms  main    register         a.B.c(B.java:7): kept",
            "                                    for Ann and for Bob",
            "+1.000 ms  main    touch",
            "      a.B." + "c".repeat(30) + "(B.java:7): seen");
  }
}

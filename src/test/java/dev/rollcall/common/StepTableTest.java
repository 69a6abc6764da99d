package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepTableTest {
  private static final StackTraceElement FRAME = new StackTraceElement("a.B", "c", "B.java", 7);

  @Test
  void aStepIsALineAndColumnsStandBelowEachOther() {
    StepTable table = new StepTable();
    table.add(0, "main", "register", null, FRAME, null);
    table.add(1_500_000, "a-worker", "retain", 2L, FRAME, "kept\nfor Ann");
    table.add(2_000_000_000, "", "touch", null, null, "seen");
    table.add(-1, "main", "release", 1L, null, null);

    assertThat(table.lines())
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

    assertThat(table.lines().get(1)).startsWith("+0.000 ms  " + "t".repeat(100) + "  register");
    assertThat(table.lines().get(2))
        .isEqualTo("+0.000 ms  main" + " ".repeat(30) + "touch            b");
  }
}

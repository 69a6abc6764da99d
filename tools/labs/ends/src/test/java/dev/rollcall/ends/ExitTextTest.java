package dev.rollcall.ends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExitTextTest {
  private static final String WHOLE =
      """
      something of the JVM's
      LEAK: 3 of 1,009 registered resources were never released, in 1 group.
      LEAK: 3 x dev.rollcall.ends.program.Leaked, oldest under 0.5 s
          group dev.rollcall.ends.program.Leaked@7a79987730a7a07f
          registered at
              dev.rollcall.ends.program.Leaked.<init>(Leaked.java:8)
          collector: reachable
      To see the whole life of each, run with -XX:StartFlightRecording:filename=app.jfr
      """;

  private static ExitText.State state(String text) {
    return ExitText.of(text, 3).state();
  }

  @Test
  void aReportIsWholeWithItsLastLine() {
    assertThat(ExitText.of(WHOLE, 3)).isEqualTo(new ExitText(ExitText.State.WHOLE, 1009, ""));
    assertThat(state(WHOLE.substring(0, WHOLE.indexOf("To see")))).isEqualTo(ExitText.State.COUNTS);
  }

  @Test
  void countsOfTypesAloneAreCounts() {
    String counts =
        """
        LEAK: 3 of 8 registered resources were never released. Memory ran out, so there are only counts by type:
            3 of 3 dev.rollcall.ends.program.Leaked
        """;
    assertThat(ExitText.of(counts, 3)).isEqualTo(new ExitText(ExitText.State.COUNTS, 8, ""));
    assertThat(state(counts.replace("3 of 3", "2 of 3"))).isEqualTo(ExitText.State.WRONG);
    assertThat(state(counts.replace("program.Leaked", "program.Released")))
        .isEqualTo(ExitText.State.WRONG);
  }

  @Test
  void whatIsNotTrueIsWrong() {
    assertThat(ExitText.of(WHOLE, 4).state()).isEqualTo(ExitText.State.WRONG);
    assertThat(state(WHOLE + "LEAK: 1 x dev.rollcall.ends.program.Counted, oldest 1 s\n"))
        .isEqualTo(ExitText.State.WRONG);
    assertThat(state(WHOLE.replace("3 x", "2 x"))).isEqualTo(ExitText.State.WRONG);
  }

  @Test
  void halfOfItIsWrong() {
    assertThat(state(WHOLE.lines().limit(2).reduce("", (a, b) -> a + b + "\n")))
        .isEqualTo(ExitText.State.WRONG);
  }

  @Test
  void nothingIsNothing() {
    assertThat(state("Exception in thread \"main\" java.lang.OutOfMemoryError\n"))
        .isEqualTo(ExitText.State.NONE);
  }
}

package dev.rollcall.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BugTest {
  @Test
  void readsHowMuchWasFoundFromTheReportAtExit() {
    String leaked = "LEAK: 1,024 of 2,048 registered resources were never released, in 1 group.";
    String misused = "No leaks: all 60 registered resources were released; 20 misused.";

    assertThat(Bug.LEAK.reported("Rollcall: a label\n" + leaked)).isEqualTo(1024);
    assertThat(Bug.LEAK.reported(misused)).isZero();
    assertThat(Bug.OVER_RELEASE.reported(misused)).isEqualTo(20);
    assertThat(Bug.OVER_RELEASE.reported(leaked)).isZero();
  }
}

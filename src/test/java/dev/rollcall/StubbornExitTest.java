package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Recorded;
import dev.rollcall.testing.RefusingProvider;
import dev.rollcall.testing.Stubborn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The end of processes whose logger blocks, asks for the final check or ends the process, and of
 * one whose report goes to a pipe that nobody reads: soon, with the report, the right status and a
 * whole recording.
 */
class StubbornExitTest {
  private static final long SOON_SECONDS = 25;

  @TempDir Path directory;

  private ChildJvm program(String mode) {
    return new ChildJvm()
        .within(SOON_SECONDS)
        .options("-Drollcall.mode=" + mode, "-Drollcall.exitWait=1s")
        .options("-XX:StartFlightRecording:filename=" + directory.resolve("exit.jfr"));
  }

  private ChildJvm withLogger(String kind, String mode) {
    return program(mode)
        .options("-Drefuse=" + kind, "-Dslf4j.provider=" + RefusingProvider.class.getName());
  }

  /** That of the check, or of the checkpoint: JFR waits for both. */
  private void assertRecorded(int leaked) throws Exception {
    Recorded recorded = Recorded.read(directory.resolve("exit.jfr"));
    assertThat(recorded.all("rollcall.Leak", 0)).hasSize(leaked);
    assertThat(recorded.all("rollcall.LeakCheck", 0)).hasSize(1);
    assertThat(recorded.all("rollcall.Checkpoint", 0).stream().map(e -> e.getString("phase")))
        .endsWith("exit");
  }

  @ParameterizedTest(name = "a logger that does {0}, called at {1}, {2}")
  @CsvSource({
    "block, end, warn, 3",
    "block, end, fail, 86",
    "block, final, fail, 86",
    "block, hook, warn, 3",
    "recheck, final, warn, 3",
    "exit, end, warn, 3",
    "exit, end, fail, 86",
    "exit, final, fail, 86",
  })
  void theLoggerHoldsNothingUp(String kind, String when, String mode, int status) throws Exception {
    ChildJvm.Ended ended = withLogger(kind, mode).run(Stubborn.class, when).with(status);

    assertThat(ended.err().split("LEAK: 1 of 1 registered resource", -1)).hasSize(2);
    if (when.equals("hook")) {
      assertThat(ended.err()).contains("Rollcall: misuse (unknown-unregister): java.lang.String");
    }
    assertRecorded(1);
  }

  @Test
  void theWatchingThreadDoesNotWaitForTheLogger() throws Exception {
    ChildJvm.Ended ended = withLogger("block", "fail").run(Stubborn.class, "notice").with(86);

    assertThat(ended.out()).contains("the clock goes on");
    assertThat(ended.err()).contains("LEAK: ");
  }

  @Test
  void aReportThatTheLoggerDoesNotTakeIsPrinted() throws Exception {
    ChildJvm.Ended ended =
        withLogger("block", "fail")
            .options("-Drollcall.report=slf4j")
            .run(Stubborn.class, "end")
            .with(86);

    assertThat(ended.err()).contains("LEAK: 1 of 1 registered resource");
    assertRecorded(1);
  }

  @ParameterizedTest
  @CsvSource({"warn, 3", "fail, 86"})
  void aPipeThatNobodyReadsHoldsNothingUp(String mode, int status) throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    ChildJvm.Ended ended =
        program(mode).options("-Drollcall.report=" + pipe).run(Stubborn.class, "end").with(status);

    assertThat(ended.err())
        .startsWith("rollcall: cannot write the report to " + pipe)
        .contains("a pipe that nobody reads?")
        .contains("LEAK: 1 of 1 registered resource");
    assertRecorded(1);
  }

  @Test
  void aStreamThatTakesNothingHoldsNothingUp() throws Exception {
    program("fail").run(Stubborn.class, "err").with(86);

    assertRecorded(1);
  }
}

package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitReportTest {
  /** As the classes of these tests are in no jar. */
  private static final String TOOL = "java -jar rollcall-VERSION-cli.jar";

  @Test
  void whereTheRecordingIs() {
    assertThat(ExitReport.recordings(List.of(Path.of("a.jfr"), Path.of("b.jfr")), true, true))
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                "The whole life of each is in the recording: " + TOOL + " report a.jfr",
                "The whole life of each is in the recording: " + TOOL + " report b.jfr"));
    assertThat(ExitReport.recordings(List.of(), true, true))
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                "The whole life of each is in the recording that JFR is about to write:",
                "    "
                    + TOOL
                    + " report hotspot-pid-"
                    + ProcessHandle.current().pid()
                    + "-id-*.jfr"));
    assertThat(ExitReport.recordings(List.of(), false, true))
        .isEqualTo(
            "A flight recording was running without a file; give it filename=FILE to keep" + " it");
    assertThat(ExitReport.recordings(List.of(), false, false))
        .isEqualTo(
            "To see the whole life of each, run with"
                + " -XX:StartFlightRecording:filename=app.jfr");
  }

  @Test
  void whatTestsHaveReportedIsNotReportedAgain() {
    assertThat(ExitReport.reported(1, 1))
        .isEqualTo(
            "LEAK: 1 resource is still registered at exit, as the test run above has reported.");
    assertThat(ExitReport.reported(2, 2))
        .isEqualTo(
            "LEAK: 2 resources are still registered at exit, as the test run above has"
                + " reported.");
    assertThat(ExitReport.reported(2, 3)).isEqualTo("The test run above has reported 2 of these.");
  }
}

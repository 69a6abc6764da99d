package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Tardy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of what the program itself called overdue. */
final class OverdueReportTest extends CommandTest {
  private static final String TYPE = "dev.rollcall.testing.Tardy$Connection";

  @TempDir private static Path recordings;

  @BeforeAll
  static void record() throws Exception {
    record("platform");
    record("kept");
  }

  private static void record(String how) throws Exception {
    new ChildJvm()
        .options("-Drollcall.mode=warn", "-Drollcall.expect=*$Connection:500ms")
        .options("-XX:StartFlightRecording:filename=" + recording(how))
        .run(Tardy.class, how)
        .with(0);
  }

  private static String recording(String how) {
    return recordings.resolve(how + ".jfr").toString();
  }

  @Test
  void whatReturnedLateIsToldWithItsHolderAndIsNoLeak() {
    assertThat(run("report", recording("platform"))).isZero();
    assertThat(out)
        .startsWith("No leaks among 1 registered resource.\n")
        .containsPattern(
            "\n\nFound open for longer than rollcall.expect allows while it was recorded,"
                + " which alone is no leak:\n\n"
                + "OVERDUE: 1 x \\Q"
                + TYPE
                + "\\E, allowed 500 ms\\s+\\(group \\S+@[0-9a-f]+\\)\n"
                + "  1 returned late, the longest after [0-9.]+ s\n"
                + "  registered at\n    \\Qdev.rollcall.testing.Tardy.open(Tardy.java:\\E[0-9]+\\)\n")
        .containsPattern(
            "  held by thread holder-platform, which was then at"
                + "\n(?:    .*\n)*    \\Qdev.rollcall.testing.Tardy.hold(Tardy.java:\\E[0-9]+\\)\n")
        .doesNotContain("LEAK:");
  }

  @Test
  void itFailsAGateThatAsksForIt() {
    assertThat(run("report", "--fail-on", "overdue", recording("platform"))).isEqualTo(1);
    assertThat(run("report", "--fail-on", "leaks,overdue", sample("clean"))).isZero();
  }

  @Test
  void whatNeverReturnedIsOverdueAndLeaked() {
    assertThat(run("report", recording("kept"))).isEqualTo(1);
    assertThat(out)
        .startsWith("LEAK: 1 of 1 registered resources was never released")
        .containsPattern("\n  1 still open when the recording ended, the oldest for [0-9.]+ s\n");
  }

  @Test
  void jsonIsReadBackAndMerged() throws Exception {
    for (String how : new String[] {"platform", "kept"}) {
      run("report", "--format", "json", "--output", target(how + ".json"), recording(how));
    }
    assertThat(Files.readString(directory.resolve("platform.json")))
        .containsPattern("\"overdue\" : \\[\\s+\\{\\s+\"fingerprint\" : \"\\Q" + TYPE + "\\E@")
        .contains("\"thread\" : \"holder-platform\"", "\"allowedMillis\" : 500");
    assertThat(run("merge", target("platform.json"), target("kept.json"))).isZero();
    assertThat(out)
        .contains("\"thread\" : \"holder-kept\"", "\"thread\" : \"holder-platform\"")
        .containsPattern("\"count\" : 1,\\s+\"returned\" : 0,\\s+\"allowedMillis\" : 500")
        .containsPattern("\"count\" : 1,\\s+\"returned\" : 1,\\s+\"allowedMillis\" : 500");
  }
}

package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the collector releases is told apart from what the program releases. */
class CleanerTest {
  @TempDir Path directory;

  private ChildJvm.Ended run(String mode, String how) throws Exception {
    return new ChildJvm()
        .options("-Drollcall.mode=" + mode)
        .options("-XX:StartFlightRecording:filename=" + directory.resolve("app.jfr"))
        .run(CleanerProgram.class, how);
  }

  @ParameterizedTest
  @CsvSource({"warn, 0", "fail, 86"})
  void atExitAndInTheRecording(String mode, int status) throws Exception {
    ChildJvm.Ended ended = run(mode, "keep");

    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.err())
        .contains("LEAK: 1 of 5 registered resources was never released, in 1 group.")
        .contains("2 resources were released by a cleaner or finalizer, not by the program")
        .contains("    2 x dev.rollcall.CleanerProgram$Descriptor, registered at");

    Ran report = Ran.of("report", directory.resolve("app.jfr").toString());
    assertThat(report.code()).isEqualTo(1);
    assertThat(report.out())
        .contains("registered 5, released 4, leaked 1")
        .contains("2 resources were released by a cleaner or finalizer, not by the program")
        .contains("  2 x dev.rollcall.CleanerProgram$Descriptor, registered at");
  }

  /** The JVM has cleared the weak reference by then, so the live map does not know the resource. */
  @Test
  void aFinalizerFindsTheResourceThatItUnregisters() throws Exception {
    String said =
        new ChildJvm()
            .options("-Drollcall.mode=fail", "-Drollcall.report=" + directory.resolve("report"))
            .run(FinalizerProgram.class)
            .with(0)
            .err();

    assertThat(said).doesNotContain("misuse");
    assertThat(directory.resolve("report"))
        .content()
        .startsWith("No leaks: all 20 registered resources were released.")
        .contains("20 resources were released by a cleaner or finalizer");
  }

  @Test
  void canFailABuild() throws Exception {
    run("warn", "keep");
    String recording = directory.resolve("app.jfr").toString();

    assertThat(Ran.of("report", "--fail-on", "misuse", recording).code()).isZero();
    assertThat(Ran.of("report", "--fail-on", "collector", recording).code()).isEqualTo(1);
    Path json = directory.resolve("app.json");
    Ran.of("report", "--format", "json", "--output", json.toString(), recording);
    assertThat(Ran.of("merge", json.toString()).out())
        .containsSubsequence("\"releasedByCollector\"", "\"count\" : 2");
  }

  @Test
  void whatIsClosedDuringTheCheckIsLeakedFirst() throws Exception {
    ChildJvm.Ended ended = run("warn", "race");

    assertThat(ended.err()).contains("LEAK: 2 of 6 registered resources were never released");
    String life = Ran.of("history", directory.resolve("app.jfr").toString(), "--id", "0x5").out();
    assertThat(life).containsSubsequence("rollcall-exit", "leak", "closing", "unregister");
  }
}

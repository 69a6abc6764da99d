package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rollcall report} says of a test's own recording: nothing false of what is around. */
class OwnRecordingTest {
  private static final String LEAK = "LEAK: 1 x dev.rollcall.samples.Frame";
  private static final String WHY =
      "a test's own recording does not say what became of what others registered";

  @TempDir private Path directory;

  private void run(String sample) throws Exception {
    new ChildJvm()
        .options(
            "-Drollcall.junit.recordings=" + directory,
            "-Djunit.jupiter.execution.parallel.enabled=true",
            "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
            "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2")
        .run(RunEndProgram.class, sample)
        .with(0);
  }

  private Path fileOf(String test) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(test))
          .findFirst()
          .orElseThrow();
    }
  }

  private Ran report(String test) throws IOException {
    return Ran.of("report", fileOf(test).toString());
  }

  /** A report on one line: where its lines are broken depends on the names of files. */
  private static String told(Ran report) {
    return report.out().replaceAll(",?\\s+group ", ", group ").replaceAll("\\s+", " ");
  }

  @Test
  void whatTheClassHasIsOpen() throws Exception {
    run("Fixture");

    Ran leaks = report("RunSamples.Fixture.leaks");
    assertThat(told(leaks))
        .contains(LEAK + ", group", " leaked 1, open 1, unknown 0,")
        .contains(
            " It is of RunSamples.Fixture.leaks() only: what others registered counts as open.")
        .contains("still registered at the test's check")
        .doesNotContain("$Cached");
    assertThat(leaks.code()).isEqualTo(1);

    Ran fails = report("RunSamples.Fixture.failsByItself");
    assertThat(told(fails))
        .startsWith("Cannot rule out leaks: 1 resource was still open")
        .contains(WHY)
        .doesNotContain("LEAK:");
    assertThat(fails.code()).isEqualTo(4);
  }

  /** As a build does that collects reports in place of recordings. */
  @Test
  void aReportOfItSaysSo() throws Exception {
    run("Fixture");
    String json = directory.resolve("own.json").toString();
    Ran.of("merge", "-o", json, fileOf("RunSamples.Fixture.failsByItself").toString());

    assertThat(told(Ran.of("report", json)))
        .contains(WHY, " It is of RunSamples.Fixture.failsByItself() only: ");
  }

  @Test
  void whatATestBesideItLeaksIsOpen() throws Exception {
    run("Overlapping");

    assertThat(told(report("RunSamples.Overlapping.endsFirst")))
        .contains(
            LEAK + "$Cached, group", "LEAK: 1 x java.lang.Object, group", " leaked 2, open 1,")
        .doesNotContain(LEAK + ", group");
    assertThat(told(report("RunSamples.Overlapping.endsLast")))
        .contains(LEAK + ", group", " leaked 1, open 2,")
        .doesNotContain("$Cached, group", "java.lang.Object, group");
    // Together they tell of both.
    assertThat(told(Ran.of("report", directory.toString())))
        .contains(LEAK + ", group", LEAK + "$Cached, group", "LEAK: 1 x java.lang.Object, group")
        .contains(" leaked 3, open 0,");
  }

  /** Or else the recording would be taken for one of the whole run. */
  @Test
  void aTestThatEndsBesideItWaits() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn")
            .run(LastCheckProgram.class, directory.resolve("one.jfr").toString())
            .with(0);

    assertThat(ended.out()).isEqualTo("test\n");
  }
}

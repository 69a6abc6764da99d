package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.report.ReportTest;
import dev.rollcall.testing.CommandedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Programs that crash or are killed while they start: Rollcall is on and nothing is registered yet.
 * Not one way to read that is clean, also not beside recordings that are.
 */
final class CrashedTest extends CommandTest {
  private static final String HEADLINE =
      "Cannot rule out leaks: the recording ends before anything was registered.\n";

  /** The JVM finishes the chunk, but what Rollcall has to say at its end cannot be said. */
  @Test
  void aCrash() throws Exception {
    try (CommandedJvm jvm =
        CommandedJvm.in(directory)
            .options(
                "-Xmx48m",
                "-XX:+CrashOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + target("hs_err.log"))
            .recorded()) {
      Path written = Path.of("hs_err_pid" + jvm.pid() + ".jfr");
      try {
        jvm.tell("rotate", "flush").crash();
        Path crashed = Files.copy(written, directory.resolve("crashed.jfr"));
        isCutOff(crashed.toString());
        assertThat(run("report", crashed.toString())).isEqualTo(4);
        assertThat(Ran.words(out))
            .contains(", incomplete: - the last chunk has no checkpoint at its end, as after a");
      } finally {
        Files.deleteIfExists(written);
      }
      isCutOff(jvm.repository().toString());
    }
  }

  @Test
  void aKill() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("rotate", "flush").kill();
      isCutOff(jvm.repository().toString());
    }
  }

  /** One that runs on: its dump is complete as far as it goes. */
  @Test
  void aDump() throws Exception {
    String dump = target("dump.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("rotate", "flush", "dump " + dump).kill();
    }
    assertThat(run("report", dump)).isEqualTo(4);
    assertThat(out).startsWith("Cannot rule out leaks: 0 resources were ever registered.\n");
    assertThat(run("report", dump, sample("clean"))).isZero();
  }

  private void isCutOff(String recording) throws Exception {
    assertThat(run("report", recording)).isEqualTo(4);
    assertThat(out).startsWith(HEADLINE).contains("run the program to its end");
    for (String format : new String[] {"json", "junit", "sarif", "folded"}) {
      assertThat(run("report", "--format", format, recording)).as(format).isEqualTo(4);
      if (format.equals("json")) {
        assertThat(ReportTest.valid(out).at("/totals/registered").asLong()).isZero();
      } else if (!format.equals("folded")) {
        assertThat(out).as(format).contains("the recording ends before anything was registered; ");
      }
    }
    String merged = target("merged.json");
    assertThat(run("merge", "-o", merged, recording)).isZero();
    assertThat(run("report", merged)).isEqualTo(4);
    assertThat(out).startsWith(HEADLINE);
    for (String other : new String[] {recording, merged}) {
      assertThat(run("report", other, sample("clean"))).isEqualTo(4);
      assertThat(out).startsWith("Cannot rule out leaks: a recording is incomplete (see below).\n");
      assertThat(run("diff", sample("clean"), other)).isEqualTo(4);
      assertThat(run("diff", other, sample("clean"))).isEqualTo(4);
    }
    assertThat(run("report", "--fail-on", "unsure", recording)).isEqualTo(4);
    assertThat(run("report", "--baseline", merged, recording)).isEqualTo(4);
  }
}

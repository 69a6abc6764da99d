package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.report.ReportTest;
import dev.rollcall.testing.CommandedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of a program in which Rollcall was on, and nothing was ever registered. */
final class UnusedTest extends CommandTest {
  @TempDir private static Path shared = Path.of("");
  private static String unused = "";

  @BeforeAll
  static void record() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(shared).recorded()) {
      jvm.tell("check").end();
      unused = jvm.file().toString();
    }
  }

  @Test
  void isNotCleanAndSaysWhatToCheck() throws Exception {
    assertThat(run("report", unused)).isEqualTo(4);
    assertThat(out)
        .startsWith(
            """
            Cannot rule out leaks: 0 resources were ever registered.
              registered 0, released 0, leaked 0, open 0, unknown 0, misuses 0, ignored 0
              check that the program registers its resources, or that an adapter is in use""")
        .doesNotContain("LEAK:", "No leaks");
    assertThat(err).isEmpty();

    assertThat(run("report", "--format", "json", unused)).isEqualTo(4);
    assertThat(ReportTest.valid(out).at("/totals/registered").asLong()).isZero();
    assertThat(run("report", "--format", "junit", unused)).isEqualTo(4);
    assertThat(out).contains("0 resources were ever registered; check that");
    assertThat(run("report", "--format", "sarif", unused)).isEqualTo(4);
    assertThat(out).contains("0 resources were ever registered; check that");
    assertThat(run("report", "--fail-on", "leaks,misuse", unused)).isZero();
  }

  /** A fleet has idle JVMs. */
  @Test
  void oneOfManyIsNoReasonToDoubt() throws Exception {
    assertThat(run("report", unused, sample("clean"))).isZero();
    assertThat(out).startsWith("No leaks among ").doesNotContain("ever registered");
    assertThat(run("report", "--format", "json", "--output", target("idle.json"), unused))
        .isEqualTo(4);
    assertThat(run("report", target("idle.json"), sample("clean"))).isZero();
    assertThat(run("report", target("idle.json"))).isEqualTo(4);
  }

  /** What leaked yesterday is not fixed by a run in which nothing was registered. */
  @Test
  void aComparisonWithItIsUnsure() {
    assertThat(run("diff", sample("leaky"), unused)).isEqualTo(4);
    assertThat(Ran.words(out)).contains("may be incomplete:", "nothing was ever registered");
  }
}

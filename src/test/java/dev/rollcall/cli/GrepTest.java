package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Alone;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One grep for {@code LEAK:} at the start of a line finds leaks and nothing else. */
final class GrepTest extends CommandTest {
  private static final String LEAK =
      "LEAK: [0-9,]+ (of [0-9,]+ registered resources (was|were) never released.*|x .*)";

  private static List<String> grep(String text) {
    return text.lines().filter(line -> line.startsWith("LEAK:")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "misused", "open", "none"})
  void findsNothingWhereNothingLeaked(String name) {
    run("report", sample(name));
    assertThat(out + err).doesNotContain("LEAK:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaky", "owners", "hostile"})
  void findsTheHeadlineAndTheGroups(String name) {
    run("report", sample(name));
    assertThat(grep(out)).isNotEmpty().allMatch(line -> line.matches(LEAK));
  }

  @Test
  void findsNothingWhereLeaksAreGone() {
    assertThat(run("diff", sample("leaky"), sample("clean"))).isZero();
    assertThat(out).contains("gone").doesNotContain("LEAK:");
    assertThat(run("report", "--baseline", baseline(), sample("leaky"))).isZero();
    assertThat(out).doesNotContain("LEAK:");
  }

  private String baseline() {
    run("report", "--format", "json", "--output", target("leaky.json"), sample("leaky"));
    return target("leaky.json");
  }

  /** The report at exit, its hints, and what a logger gets. */
  @Test
  void isAsGoodAtExit() throws Exception {
    ChildJvm.Ended leaky = new ChildJvm().options("-Drollcall.mode=warn").run(Alone.class).with(0);
    assertThat(leaky.err()).contains("To see the whole life of each");
    // A check of the program's own, and the one at exit.
    assertThat(grep(leaky.err())).hasSize(6).allMatch(line -> line.matches(LEAK));
    assertThat(leaky.err().lines().filter(line -> !line.contains("misuse (")))
        .allMatch(line -> line.length() <= 100);

    Path report = directory.resolve("exit.txt");
    new ChildJvm()
        .options("-Drollcall.mode=warn", "-Drollcall.report=" + report, "-Drollcall.ignore=*")
        .run(Alone.class)
        .with(0);
    assertThat(Files.readString(report)).startsWith("No leaks: all 4 registered resources were");
  }
}

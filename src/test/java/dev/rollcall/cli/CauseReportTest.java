package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.report.ReportTest;
import dev.rollcall.testing.Callers;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of one mistake with forty callers, as the tool reports it. */
final class CauseReportTest extends CommandTest {
  @TempDir private static Path shared = Path.of("");
  private static String recording = "";

  @BeforeAll
  static void record() throws Exception {
    recording = shared.resolve("callers.jfr").toString();
    new ChildJvm()
        .options(
            "-Drollcall.mode=warn",
            "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recording)
        .run(Callers.class)
        .with(0);
  }

  @Test
  void theReportLeadsWithTheCauseAndFoldsItsCallers() {
    assertThat(run("report", recording)).isEqualTo(1);

    assertThat(out)
        .startsWith("LEAK: 41 of 41 registered resources were never released, in 41 groups.\n")
        .contains(
            """

            Causes, most leaks first
              40 leaked in 40 groups: dev.rollcall.testing.Callers.serve (confidence: low)
              1 leaked in 1 group: dev.rollcall.testing.Callers.other (confidence: low)

            Cause: dev.rollcall.testing.Callers.serve, the first suspect of 40 groups with 40 leaked resources.
                Strongest evidence:
              Callers.serve registered 1 of 1 leaked resource, never released""");
    assertThat(Ran.words(out)).containsOnlyOnce("Callers.serve registered 1 of 1");
    // Three groups in full and 37 a line each; then the other cause, which is a group.
    List<String> groups =
        out.lines()
            .filter(line -> line.startsWith("LEAK: 1 x dev.rollcall.testing.Callers$Session"))
            .toList();
    assertThat(groups).hasSize(40);
    assertThat(out.lines().filter(line -> line.equals("  registered at"))).hasSize(4);
    assertThat(out.lines().filter(line -> line.startsWith("      registered at "))).hasSize(37);
    assertThat(out).containsSubsequence("LEAK: 1 x dev.rollcall.testing.Callers", "LEAK: 1 x java");
  }

  @Test
  void jsonHasEveryGroupInOneCause() throws Exception {
    assertThat(run("report", "--format", "json", recording)).isEqualTo(1);

    JsonNode report = ReportTest.valid(out);
    JsonNode causes = report.get("causes");
    assertThat(causes).hasSize(2);
    assertThat(causes.at("/0/leaked").asLong()).isEqualTo(40);
    assertThat(causes.at("/0/suspect/frame/method").asText()).isEqualTo("serve");
    Set<String> inCauses = new HashSet<>();
    causes.forEach(cause -> cause.get("groups").forEach(group -> inCauses.add(group.asText())));
    Set<String> groups = new HashSet<>();
    report.get("groups").forEach(group -> groups.add(group.get("fingerprint").asText()));
    assertThat(inCauses).hasSize(41).isEqualTo(groups);
    assertThat(new ObjectMapper().readTree(out).get("groups")).hasSize(41);
  }

  /** With the real tool, which asks its launcher how wide the terminal is. */
  @Test
  void linesFitTheTerminal() throws Exception {
    for (int columns : List.of(60, 100, 240)) {
      String text =
          new ChildJvm()
              .options("-Drollcall.columns=" + columns)
              .run("dev.rollcall.cli.Main", "report", recording)
              .with(1)
              .out();
      assertThat(text.lines().filter(line -> !fits(line, columns))).isEmpty();
    }
    run("report", recording);
    assertThat(out.lines().filter(line -> !fits(line, 100))).isEmpty();
    assertThat(out.lines().mapToInt(String::length).max().orElse(0)).isGreaterThan(80);
  }

  @Test
  void aFileHasTheSameLinesOnEveryTerminal() throws Exception {
    run("report", recording);
    Path file = directory.resolve("report.txt");
    new ChildJvm()
        .options("-Drollcall.columns=60")
        .run("dev.rollcall.cli.Main", "report", "--output", file.toString(), recording)
        .with(1);

    assertThat(file).content().isEqualTo(out);
  }

  /** A name or a frame is never cut, so it may be longer than a line that it has to itself. */
  private static boolean fits(String line, int columns) {
    return line.length() <= columns
        || !line.strip().replaceFirst("^(at|group|LEAK: [0-9,]+ x) ", "").contains(" ");
  }
}

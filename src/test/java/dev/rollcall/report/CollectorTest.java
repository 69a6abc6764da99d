package dev.rollcall.report;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.gate.FailOn;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.Report;
import dev.rollcall.report.json.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the garbage collector had taken is a notice: all else is the same, whenever it ran. */
final class CollectorTest {
  private static final LeakFinding[] REACHABLE = {leaks("a", 3, 3, 0), leaks("b", 3, 3, 0)};
  private static final LeakFinding[] COLLECTED = {leaks("a", 3, 0, 3), leaks("b", 3, 1, 2)};

  private static List<String> text(Findings findings) {
    return TextReport.of(findings)
        .lines()
        .filter(line -> !line.startsWith("  collector: "))
        .toList();
  }

  private static String json(Findings findings) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(findings, out);
    return out.toString().replaceAll("\"(held|lost)\" : \\d+", "$1");
  }

  @Test
  void reportsDifferInThatNoticeOnly() throws Exception {
    Findings reachable = findings(REACHABLE);
    Findings collected = findings(COLLECTED);

    assertThat(text(collected)).isEqualTo(text(reachable));
    assertThat(json(collected)).isEqualTo(json(reachable));
  }

  @Test
  void itIsTheLastThatIsSaidOfAGroupAndExplainedOnce() {
    String text = TextReport.of(findings(COLLECTED));

    assertThat(text)
        .contains("(Server.java:42)\n  collector: collected before release\n\n")
        .contains("(Server.java:42)\n  collector: 1 reachable and 2 collected before release\n\n")
        .endsWith(
            "\nWhat the garbage collector had taken by then may differ from run to run, and with it what"
                + " --fail-on\n    held, --fail-on lost and rules for either find.\n")
        .containsOnlyOnce("What the garbage collector");
    assertThat(text.lines().limit(2)).noneMatch(line -> line.contains("collect"));
    assertThat(TextReport.of(findings())).doesNotContain("collector");
  }

  @Test
  void noDefaultDependsOnIt() {
    Findings reachable = findings(REACHABLE);
    Findings collected = findings(COLLECTED);

    assertThat(FailOn.DEFAULT.kinds()).doesNotContain(FailOn.Kind.HELD, FailOn.Kind.LOST);
    assertThat(FailOn.DEFAULT.isFoundIn(collected))
        .isEqualTo(FailOn.DEFAULT.isFoundIn(reachable))
        .isTrue();
    // What was reachable yesterday and is collected today is no new leak.
    Report today = new Gate(List.of(), Report.of(reachable), true).apply(Report.of(collected));
    assertThat(today.findings().groups()).isEmpty();
  }
}

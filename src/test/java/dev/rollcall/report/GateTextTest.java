package dev.rollcall.report;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static dev.rollcall.gate.Samples.misuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.RuleFile;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.report.json.JsonDiff;
import dev.rollcall.report.json.JsonReport;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How reports tell what does not count, and how comparisons read. */
final class GateTextTest {
  private static final String RULES =
      """
      frame *.cache "lives for ever"
      type * held "not ours"
      type com.acme.Nothing "unused"
      """;

  private static Report gated() throws Exception {
    Findings earlier =
        findings(
            1,
            List.of(leaks("known", 9, 0, 9), leaks("more", 2, 0, 2)),
            List.of(misuses("over-release", "close", 1, 1)));
    Findings now =
        findings(
            1,
            List.of(
                leaks("cache", 1_200),
                leaks("open", 10, 6, 4),
                leaks("known", 9, 0, 9),
                leaks("more", 3, 0, 3)),
            List.of(misuses("over-release", "close", 3, 1)));
    return new Gate(RuleFile.parse("wanted.txt", RULES), Report.of(earlier), true)
        .apply(Report.of(now));
  }

  @Test
  void theTextIsAsApproved() throws Exception {
    assertThat(TextReport.of(gated())).isEqualTo(ReportTest.resource("gated.txt"));
  }

  @Test
  void theJsonFollowsTheSchema() throws Exception {
    StringWriter out = new StringWriter();
    JsonReport.write(gated(), out);
    JsonNode report = ReportTest.valid(out.toString());

    assertThat(report.at("/totals/leaked").asInt()).isEqualTo(1_222);
    assertThat(report.at("/totals/suppressed").asInt()).isEqualTo(1_206);
    assertThat(report.at("/totals/known").asInt()).isEqualTo(9);
    assertThat(report.at("/totals/misused").asInt()).isEqualTo(1);
    assertThat(report.at("/groups")).hasSize(3);
    assertThat(report.at("/groups/0/count").asInt()).isEqualTo(4);
    assertThat(report.at("/groups/0/known").asBoolean()).isFalse();
    assertThat(report.at("/groups/1/before").asInt()).isEqualTo(2);
    assertThat(report.at("/groups/1/known").asBoolean()).isFalse();
    assertThat(report.at("/groups/2/known").asBoolean()).isTrue();
    assertThat(report.at("/misuses/0/known").asBoolean()).isTrue();
    JsonNode rule = report.at("/suppressions/1");
    assertThat(rule.get("file").asText()).isEqualTo("wanted.txt");
    assertThat(rule.get("line").asInt()).isEqualTo(2);
    assertThat(rule.get("kind").asText()).isEqualTo("type");
    assertThat(rule.get("pattern").asText()).isEqualTo("*");
    assertThat(rule.get("only").asText()).isEqualTo("held");
    assertThat(rule.get("reason").asText()).isEqualTo("not ours");
    assertThat(rule.get("groups").asInt()).isEqualTo(1);
    assertThat(rule.get("resources").asInt()).isEqualTo(6);
    assertThat(report.at("/suppressions/2/resources").asInt()).isZero();
  }

  @Test
  void whereNothingCountsTheHeadlineSaysWhatThereIs() throws Exception {
    Gate gate = new Gate(RuleFile.parse("w.txt", "type * \"why\""), null, false);

    assertThat(TextReport.of(gate.apply(Report.of(findings(leaks("open", 3))))))
        .startsWith(
            "No leaks that count: 3 of 10,000 registered resources were never released; 3"
                + " suppressed.\n")
        .contains("leaked 3,")
        .doesNotContain("LEAK:");
    assertThat(
            TextReport.of(
                gate.apply(
                    Report.of(
                        findings(
                            1,
                            List.of(leaks("open", 3)),
                            List.of(misuses("over-release", "close", 3, 1)))))))
        .startsWith("MISUSE: 1 misuse, no leaks that count; 3 suppressed.\n");
  }

  @Test
  void manyKnownGroupsAreCountedNotShown() {
    List<LeakFinding> groups = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      groups.add(leaks("m" + i, 1));
    }
    Report report = Report.of(findings(1, groups, List.of()));

    String text = TextReport.of(new Gate(List.of(), report, false).apply(report));
    assertThat(text.lines().filter(line -> line.endsWith("(baseline: 1)"))).hasSize(20);
    assertThat(text).contains("  and 3 more groups (--format json lists all)\n");
  }

  @Test
  void hostileRulesAreShownNotSent() throws Exception {
    String rules = "type * \"\u001b[2J\u202eLEAK:\"";
    Report report =
        new Gate(RuleFile.parse("\u001b.txt", rules), null, false)
            .apply(Report.of(findings(leaks("open", 3))));

    assertThat(TextReport.of(report)).doesNotContain("\u001b", "\u202e").contains("\\u001b[2J");
  }

  private static Diff diff() {
    return Diff.of(
        Report.of(
            findings(
                1,
                List.of(leaks("more", 2), leaks("gone", 4), leaks("same", 7)),
                List.of(misuses("over-release", "close", 1, 2)))),
        Report.of(
            findings(
                1,
                List.of(leaks("more", 1_003), leaks("new", 1), leaks("same", 7)),
                List.of(misuses("over-release", "close", 1, 1)))));
  }

  @Test
  void aComparisonIsAsApproved() throws Exception {
    assertThat(TextDiff.of(diff())).isEqualTo(ReportTest.resource("diff.txt"));
    Report same = Report.of(Samples.unnamed(2, leaks("same", 7)));
    assertThat(TextDiff.of(Diff.of(same, same)))
        .isEqualTo(
            """
            DIFF: no group has changed.
              leaked 9, before 9; misuses 0, before 0; 2 groups unchanged
            """);
  }

  @Test
  void aComparisonFollowsTheSchema() throws Exception {
    StringWriter out = new StringWriter();
    JsonDiff.write(diff(), out);
    JsonNode json = ReportTest.valid(out.toString());

    assertThat(json.get("worse").asBoolean()).isTrue();
    assertThat(json.at("/groups/new").asInt()).isEqualTo(1);
    assertThat(json.at("/groups/unchanged").asInt()).isEqualTo(1);
    assertThat(json.at("/changes").findValuesAsText("kind"))
        .containsExactly("new", "grown", "shrunk", "gone");
    assertThat(json.at("/changes/2/misuse").asText()).isEqualTo("over-release");
    assertThat(json.at("/changes/1/after").asInt()).isEqualTo(1_003);
  }
}

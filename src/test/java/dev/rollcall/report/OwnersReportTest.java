package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.folded.FoldedReport;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import dev.rollcall.report.junit.JunitReport;
import dev.rollcall.report.sarif.SarifReport;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who owns what leaked, in every format. */
final class OwnersReportTest {
  private static final String SESSION = "com.acme.Session";
  private static final String CURSOR = "com.acme.Cursor";

  @TempDir Path directory;

  /**
   * A session that leaked with two cursors, from two sites, and their row; and a cursor of a
   * session that was closed without it.
   */
  private static Events events() {
    Events events = new Events().of(SESSION).register(1, "connect").register(2, "connect");
    events.of(CURSOR).register(3, "select", 1).register(4, "join", 1).register(5, "select", 2);
    events.of("com.acme.Row").register(6, "fetch", 4);
    events.of(SESSION).unregister(2, 0, "disconnect");
    events.check(5, "exit", new Totals(6, 1, 5, 0));
    events.leak(5, 1).of(CURSOR).leak(5, 3).leak(5, 4).leak(5, 5);
    return events.of("com.acme.Row").leak(5, 6);
  }

  private static String json(Findings findings) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(findings, out);
    return out.toString();
  }

  private Report read(String json) throws IOException, MalformedReportException {
    Path file = directory.resolve("report.json");
    Files.writeString(file, json);
    return JsonReportReader.read(file);
  }

  @Test
  void theTextIsAsApproved() throws IOException {
    assertThat(TextReport.of(events().findings())).isEqualTo(ReportTest.resource("owners.txt"));
  }

  @Test
  void aHistorySaysWhoseItIs() {
    assertThat(Lives.of(events().history(5)))
        .startsWith("0x5 com.acme.Cursor, leaked, owned by 0x2 (com.acme.Session), group ");
    assertThat(Lives.of(new Events().register(9, "open", 7).history(9)))
        .startsWith("0x9 com.acme.Buffer, open, owned by 0x7, group ");
  }

  @Test
  void jsonFollowsTheSchemaAndHasEveryGroup() throws IOException {
    JsonNode report = ReportTest.valid(json(events().findings()));

    assertThat(report.at("/totals/leaked").asInt()).isEqualTo(5);
    assertThat(report.at("/groups")).hasSize(4);
    JsonNode mixed = report.at("/groups/0");
    assertThat(mixed.at("/type").asText()).isEqualTo(CURSOR);
    assertThat(mixed.at("/count").asInt()).isEqualTo(2);
    assertThat(mixed.at("/direct").asInt()).isEqualTo(1);
    assertThat(mixed.at("/indirect").asInt()).isEqualTo(1);
    assertThat(mixed.at("/examples/0/ownerId").asText()).isEqualTo("0x2");
    assertThat(mixed.at("/examples/0/ownerType").asText()).isEqualTo(SESSION);
    assertThat(mixed.at("/examples/1/ownerId").asText()).isEqualTo("0x1");
    assertThat(mixed.at("/suspects/0/kind").asText()).isEqualTo("owner");
    JsonNode session = report.at("/groups/1");
    assertThat(session.has("direct")).isFalse();
    assertThat(session.has("indirect")).isFalse();
    assertThat(session.at("/examples/0").has("ownerId")).isFalse();
    assertThat(session.at("/owns")).hasSize(3);
    assertThat(session.at("/owns/0/count").asInt()).isEqualTo(1);
    assertThat(report.at("/groups/2/direct").asInt()).isZero();
    assertThat(report.at("/groups/2/suspects/0/evidence").asText())
        .endsWith(" is suspected of leaking the owner, a Session: fix that leak first.");
  }

  @Test
  void jsonIsReadBackAsItWas() throws Exception {
    Findings findings = events().findings();

    Report read = read(json(findings));
    assertThat(read.findings().groups()).isEqualTo(findings.groups());
    assertThat(TextReport.of(read).lines().filter(line -> !line.startsWith("Read ")))
        .containsExactlyElementsOf(
            TextReport.of(findings).lines().filter(line -> !line.startsWith("Read ")).toList());
  }

  @Test
  void anOlderReportHasNoOwners() throws Exception {
    String json =
        json(
            new Events()
                .register(1)
                .check(5, "exit", new Totals(1, 0, 1, 0))
                .leak(5, 1)
                .findings());

    assertThat(json).doesNotContain("owns", "ownerId", "indirect");
    assertThat(read(json).findings().groups()).singleElement().matches(g -> g.direct() == 1);
  }

  /** What hides everything behind owners that are not there hides nothing. */
  @Test
  void aReportThatClaimsTooMuchHidesNothing() throws Exception {
    String json = json(events().findings()).replaceAll("\"owns\" : \\[[^]]*]", "\"owns\" : [ ]");

    Report read = read(json);
    assertThat(TextReport.of(read).lines().filter(line -> line.startsWith("LEAK: "))).hasSize(5);
    assertThatThrownBy(() -> read(json.replace("\"indirect\" : 1", "\"indirect\" : 3")))
        .isInstanceOf(MalformedReportException.class)
        .hasMessageContaining("groups[0].indirect is not at most count");
  }

  @Test
  void junitNamesTheOwnerAndHasEveryGroup() throws IOException {
    StringWriter out = new StringWriter();
    JunitReport.write(events().findings(), out);

    assertThat(out.toString())
        .contains("tests=\"4\" failures=\"4\"")
        .contains(
            "Confidence: low. 1 x com.acme.Row never released, owned by a leaked com.acme.Session,")
        .contains("2 x com.acme.Cursor never released, 1 direct and 1 owned by other leaks,")
        .contains(". 1 x com.acme.Session never released, registered at");
  }

  @Test
  void sarifNamesTheOwnerAndHasEveryGroup() throws IOException {
    StringWriter out = new StringWriter();
    SarifReport.write(events().findings(), new Sources(Path.of(""), List.of()), out);

    assertThat(out.toString().split("\"ruleId\" : \"rollcall/leak\"", -1)).hasSize(5);
    assertThat(out.toString())
        .contains("1 x com.acme.Row never released, owned by a leaked com.acme.Session,");
  }

  @Test
  void foldedStacksCountAllLeaks() {
    assertThat(
            FoldedReport.of(events().findings())
                .lines()
                .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .sum())
        .isEqualTo(5);
  }
}

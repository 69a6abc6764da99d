package dev.rollcall.report;

import static dev.rollcall.report.ReportTest.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.age.Lifetimes;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Shown;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.folded.FoldedReport;
import dev.rollcall.report.json.JsonDiff;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.junit.JunitReport;
import dev.rollcall.report.sarif.SarifReport;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open, in every format: told like leaks, and never called leaked. */
final class OpenReportTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);
  private static final Shown OPEN = new Shown(false, true, 0);
  private static final Shown LEAKED = new Shown(true, false, 0);
  private static final Shown BOTH = new Shown(true, true, 0);

  @TempDir private Path directory = Path.of("");

  /** A server that goes on: most requests are over, three hold what they were given. */
  private static Events running() {
    Events events = new Events().checkpoint("start", NOTHING, 0);
    for (int id = 1; id <= 13; id++) {
      events.register(id).retain(id, 2, 1).touch(id, "to the handler", 2);
      if (id <= 10) {
        events.release(id, 1, 3).unregister(id, 3);
      }
    }
    for (int id = 11; id <= 13; id++) {
      events.live(id, false);
    }
    return events.checkpoint("chunk", new Totals(13, 10, 3, 0), 3);
  }

  /** The same after a check on demand that found one of another site. */
  private static Events both() {
    return running().register(20, "other").check(1, "demand", new Totals(14, 10, 4, 0)).leak(1, 20);
  }

  private static OpenFinding group(String name, long count, AgeRuling.Verdict verdict) {
    LeakFinding group =
        new LeakFinding(
            new LeakOrigin(Events.TYPE + '@' + name, Events.TYPE, Events.site(name)),
            new LeakCounts(count, count, 0, new TreeMap<>(), 900));
    return new OpenFinding(
        group,
        new AgeRuling(new Ages(count, 100, 400, 900), new Lifetimes(250, 600, 2_000), verdict, 0));
  }

  private static Report with(OpenFinding... open) {
    Findings all = running().findings();
    return Report.of(
        new Findings(
            all.recordings(),
            all.totals(),
            List.of(),
            new StillOpen(List.of(open), List.of(), List.of()),
            List.of(),
            List.of(),
            false));
  }

  private static String json(Report report) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report, out);
    return out.toString();
  }

  private static JsonNode sarif(Report report) throws IOException {
    StringWriter out = new StringWriter();
    SarifReport.write(report, new Sources(Path.of("none"), List.of()), out);
    return new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString());
  }

  @Test
  void theTextIsAsApproved() throws IOException {
    assertThat(TextReport.of(running().findings())).isEqualTo(ReportTest.resource("open.txt"));
  }

  @Test
  void nothingCallsItLeaked() throws IOException {
    Report report = Report.of(running().findings());

    String text = TextReport.of(report).replace("which is no leak", "");
    assertThat(text.replace("Cannot rule out leaks", "").replace("leaked 0", ""))
        .doesNotContainIgnoringCase("leak");
    JsonNode open = valid(json(report)).get("open");
    assertThat(open.toString()).doesNotContainIgnoringCase("leak");
    for (JsonNode result : sarif(report).at("/runs/0/results")) {
      assertThat(result.get("level").asText()).isEqualTo("note");
      assertThat(result.get("ruleId").asText()).isEqualTo("rollcall/open");
      assertThat(result.toString()).doesNotContainIgnoringCase("leak");
    }
    assertThat(sarif(report).at("/runs/0/results")).hasSize(1);
  }

  @Test
  void leaksComeFirst() {
    String text = TextReport.of(both().findings());

    assertThat(text.lines().filter(line -> line.startsWith("LEAK: 1 x"))).hasSize(1);
    assertThat(text.lines().filter(line -> line.startsWith("OPEN: 3 x"))).hasSize(1);
    assertThat(text.indexOf("LEAK: 1 x")).isLessThan(text.indexOf("OPEN: 3 x"));
  }

  @Test
  void whatIsAskedForIsListedAndTheAnswerStays() throws IOException {
    Report report = Report.of(both().findings());
    String headline = TextReport.of(report).lines().findFirst().orElseThrow();
    assertThat(headline).startsWith("LEAK: ");

    String open = TextReport.of(OPEN.apply(report));
    assertThat(open).startsWith(headline).contains("\nOPEN: ").doesNotContain("\nLEAK: ");
    assertThat(open).contains("leaks and misuses are not listed, because of --open");
    String leaked = TextReport.of(LEAKED.apply(report));
    assertThat(leaked).startsWith(headline).contains("\nLEAK: ").doesNotContain("\nOPEN: ");
    assertThat(TextReport.of(BOTH.apply(report))).isEqualTo(TextReport.of(report));

    JsonNode json = valid(json(OPEN.apply(report)));
    assertThat(json.get("groups")).isEmpty();
    assertThat(json.get("open")).hasSize(1);
    assertThat(json.at("/totals/leaked").asLong()).isEqualTo(1);
    assertThat(valid(json(LEAKED.apply(report))).get("open")).isEmpty();

    assertThat(sarif(OPEN.apply(report)).at("/runs/0/results")).hasSize(1);
    assertThat(sarif(LEAKED.apply(report)).at("/runs/0/results")).hasSize(1);
    assertThat(sarif(report).at("/runs/0/results")).hasSize(2);
  }

  @Test
  void foldedStacksOfWhatIsOpenStandApart() {
    Report report = Report.of(both().findings());
    String leak = "com/acme/Server.other;com.acme.Buffer_[i] 1\n";
    String open = "[open];com/acme/Server.open;com.acme.Buffer_[i] 3\n";

    assertThat(FoldedReport.of(report)).isEqualTo(leak);
    assertThat(FoldedReport.of(LEAKED.apply(report))).isEqualTo(leak);
    assertThat(FoldedReport.of(OPEN.apply(report))).isEqualTo(open);
    assertThat(FoldedReport.of(BOTH.apply(report))).isEqualTo(leak + open);
  }

  @Test
  void inJunitNothingFailsBecauseOfIt() throws IOException {
    StringWriter out = new StringWriter();
    JunitReport.write(running().findings(), out);

    assertThat(out.toString()).contains("failures=\"0\"").contains("errors=\"1\"");
  }

  @Test
  void normalFlightIsOneLineEach() {
    String text =
        TextReport.of(
            with(
                group("held", 2, AgeRuling.Verdict.UNKNOWN),
                group("a", 7, AgeRuling.Verdict.USUAL),
                group("b", 5, AgeRuling.Verdict.USUAL)));

    assertThat(text.lines().filter(line -> line.startsWith("OPEN: "))).hasSize(1);
    assertThat(text)
        .contains(
            """
            In normal flight, at most a second older than released siblings became:
              7 x com.acme.Buffer, oldest 0.9 s, group com.acme.Buffer@a
              5 x com.acme.Buffer, oldest 0.9 s, group com.acme.Buffer@b
            """)
        .contains("250 released siblings lived 0.6 s at the median and 2.0 s at most");
  }

  @Test
  void muchNormalFlightIsOneLine() throws IOException {
    List<OpenFinding> groups = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      groups.add(group("site" + i, 3, AgeRuling.Verdict.USUAL));
    }
    Report report = with(groups.toArray(new OpenFinding[0]));

    assertThat(TextReport.of(report))
        .contains("siblings became: 40 groups with 120 resources")
        .doesNotContain("site7");
    assertThat(sarif(report).at("/runs/0/results")).isEmpty();
  }

  @Test
  void ofManyGroupsTheFirstAreToldInFull() {
    List<OpenFinding> groups = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      groups.add(group("site" + i, 3, AgeRuling.Verdict.UNKNOWN));
    }
    String text = TextReport.of(with(groups.toArray(new OpenFinding[0])));

    assertThat(text.lines().filter(line -> line.equals("  registered at"))).hasSize(5);
    assertThat(text.lines().filter(line -> line.startsWith("OPEN: "))).hasSize(25);
    assertThat(text).contains("and 15 more groups with 45 resources (--format json lists all)");
  }

  @Test
  void jsonIsReadAsItWasWritten() throws Exception {
    Findings written = both().findings();
    Path file = directory.resolve("open.json");
    Files.writeString(file, json(Report.of(written)));
    valid(Files.readString(file));

    Findings read = JsonReportReader.read(file).findings();

    assertThat(read.open()).isEqualTo(written.open());
    assertThat(TextReport.of(read)).isEqualTo(TextReport.of(written));
  }

  @Test
  void openGroupsThatCannotBeAreRefused() throws Exception {
    String good = json(Report.of(running().findings()));
    Path file = directory.resolve("bad.json");
    for (String[] change :
        new String[][] {
          {"\"known\" : 3", "\"known\" : 4"},
          {"\"overdue\" : 0", "\"overdue\" : 4"},
          {"\"open\" : 3", "\"open\" : 2"},
          {"\"age\" : \"unknown\"", "\"age\" : \"young\""}
        }) {
      assertThat(good).contains(change[0]);
      Files.writeString(file, good.replace(change[0], change[1]));
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> JsonReportReader.read(file))
          .hasMessageContaining("is no JSON report of Rollcall");
    }
  }

  @Test
  void mergedGroupsAreAddedUp() throws Exception {
    Report one = with(group("a", 7, AgeRuling.Verdict.USUAL));
    Path file = directory.resolve("other.json");
    Files.writeString(
        file,
        json(with(group("a", 2, AgeRuling.Verdict.OVERDUE)))
            .replace("2025-11-24T16:00:00Z", "2025-11-25T16:00:00Z"));

    Findings sum =
        Merge.of(List.of(new Source("one", one), new Source("two", JsonReportReader.read(file))), 3)
            .report()
            .findings();

    assertThat(sum.open().groups()).hasSize(1);
    OpenFinding merged = sum.open().groups().get(0);
    assertThat(merged.count()).isEqualTo(9);
    assertThat(merged.ages())
        .isEqualTo(
            new AgeRuling(
                new Ages(9, 100, 400, 900),
                new Lifetimes(500, 600, 2_000),
                AgeRuling.Verdict.OVERDUE,
                0));
  }

  @Test
  void aDiffTellsWhatIsOpenMoreOften() throws IOException {
    Diff diff =
        Diff.of(
            with(
                group("grown", 2, AgeRuling.Verdict.UNKNOWN),
                group("flight", 1, AgeRuling.Verdict.USUAL),
                group("fewer", 5, AgeRuling.Verdict.UNKNOWN)),
            with(
                group("grown", 7, AgeRuling.Verdict.UNKNOWN),
                group("flight", 9, AgeRuling.Verdict.USUAL),
                group("new", 3, AgeRuling.Verdict.OVERDUE),
                group("fewer", 4, AgeRuling.Verdict.UNKNOWN)));

    assertThat(diff.open())
        .extracting(change -> change.site().frames().get(0).getMethodName())
        .containsExactly("new", "grown");
    assertThat(diff.isWorse()).isFalse();
    assertThat(TextReport.of(diff.after())).doesNotContain("LEAK");
    assertThat(TextDiff.of(diff))
        .contains("DIFF: no group of leaks or misuses has changed.")
        .contains("More are open than before, which is no leak:");
    StringWriter out = new StringWriter();
    JsonDiff.write(diff, out);
    assertThat(valid(out.toString()).get("open")).hasSize(2);
  }
}

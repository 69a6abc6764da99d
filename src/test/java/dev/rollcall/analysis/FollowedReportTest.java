package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rollcall.analysis.Budgeted.Truth;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Basis;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Phase;
import dev.rollcall.gate.Parts;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Shown;
import dev.rollcall.gate.Suppressions;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.report.Lives;
import dev.rollcall.report.TextDiff;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.junit.JunitReport;
import dev.rollcall.report.sarif.SarifReport;
import dev.rollcall.report.source.Sources;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say where few lives are followed. */
final class FollowedReportTest {
  private static final String UNKNOWN = Fingerprint.unknown(Budgeted.BUSY);

  @TempDir private Path directory = Path.of("");

  /** Of 400 lives 4 are followed: of 40 that leak so are 3 of one site and 1 of another. */
  private static Budgeted program() {
    Budgeted program = new Budgeted(new Random(1), 4, false, 10_000).start();
    program.register(Budgeted.BUSY, "open0", true);
    program.register(Budgeted.BUSY, "open0", true);
    program.register(Budgeted.BUSY, "open0", true);
    program.register(Budgeted.BUSY, "open1", true);
    for (int i = 0; i < 396; i++) {
      Truth life = program.register(Budgeted.BUSY, "open" + i % 2, i < 36);
      if (i >= 36) {
        program.unregister(life);
      }
    }
    return program.end(Phase.EXIT);
  }

  private static Findings findings() {
    Budgeted program = program();
    return program.analysis(program.events(), new JvmLog()).findings(3);
  }

  private static LeakFinding unknown(Findings findings) {
    return findings.groups().stream()
        .filter(group -> group.fingerprint().equals(UNKNOWN))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void textSaysHowManyAreFollowedAndGuessesTheRestAloud() {
    String text = TextReport.of(findings()).replaceAll("\\s+", " ");

    assertThat(text)
        .startsWith("LEAK: 40 of 400 registered resources were never released, in 3 groups.")
        .contains("4 of 400 lives were followed; ")
        .contains(
            "LEAK: 36 x com.acme.Buffer, group com.acme.Buffer@unknown oldest ",
            "; not followed ",
            "where they were registered is not known, because their lives were not followed"
                + " estimate: if they divide as the 4 leaked ones that were followed do"
                + " about 27 of group com.acme.Buffer@",
            ", registered at com.acme.Server.open0(Server.java:42) about 9 of group")
        .doesNotContain("begins before the recording");
  }

  @Test
  void theGroupWhoseSiteIsNotKnownComesLast() {
    assertThat(findings().groups())
        .extracting(LeakFinding::count, LeakFinding::unfollowed)
        .containsExactly(tuple(3L, 0L), tuple(1L, 0L), tuple(36L, 36L));
  }

  @Test
  void whereNoneThatLeakedIsFollowedTheReleasedTell() {
    Budgeted program = new Budgeted(new Random(1), 4, false, 10_000).start();
    for (int i = 0; i < 4; i++) {
      program.unregister(program.register(Budgeted.BUSY, "open" + i % 2, false));
    }
    program.register(Budgeted.BUSY, "open0", true);
    program.register(Budgeted.BUSY, "open0", true);
    program.end(Phase.EXIT);

    Findings findings = program.analysis(program.events(), new JvmLog()).findings(3);

    LeakFinding.Estimate estimate = Objects.requireNonNull(unknown(findings).estimate());
    assertThat(estimate.basis()).isEqualTo(Basis.RELEASED);
    assertThat(estimate.shares())
        .extracting(LeakFinding.Estimate.Share::count)
        .containsExactly(1L, 1L);
    assertThat(TextReport.of(findings).replaceAll("\\s+", " "))
        .contains("no leaked one was followed; if they divide as the 4 released ones that were");
  }

  /** Each report passes through the rules, and each command but {@code merge} shows a part. */
  @Test
  void rulesAndPartsKeepHowManyAreFollowed() {
    Report report = Suppressions.apply(Report.of(findings()), List.of());

    assertThat(report.findings().totals()).isEqualTo(findings().totals());
    assertThat(new Shown(false, true, 0).apply(report).listed().totals().following())
        .isEqualTo(new Following(4, 396));
    assertThat(TextReport.of(report).replaceAll("\\s+", " "))
        .contains("4 of 400 lives were followed; ");
  }

  @Test
  void aHistorySaysThatItIsNotFollowed() {
    Budgeted program = program();
    Analysis analysis = program.analysis(program.events(), new JvmLog());

    assertThat(
            analysis
                .histories(new Selection.ById(10))
                .map(Lives::of)
                .map(text -> text.replaceAll("\\s+", " ")))
        .singleElement()
        .asString()
        .contains("leaked", ", not followed")
        .doesNotContain("begins before the recording");
  }

  @Test
  void jsonIsOfTheSchemaAndReadBack() throws Exception {
    Findings findings = findings();
    StringWriter out = new StringWriter();
    JsonReport.write(findings, out);
    Path file = Files.writeString(directory.resolve("report.json"), out.toString());

    try (InputStream schema = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(new ObjectMapper().readTree(out.toString())))
          .isEmpty();
    }
    Findings read = JsonReportReader.read(file).findings();
    assertThat(read.totals()).isEqualTo(findings.totals());
    assertThat(unknown(read).estimate()).isEqualTo(unknown(findings).estimate());
    assertThat(unknown(read).unfollowed()).isEqualTo(36);
    assertThat(unknown(read).examples()).noneMatch(life -> life.isFollowed());
    assertThat(read.groups())
        .extracting(LeakFinding::fingerprint)
        .containsExactlyElementsOf(
            findings.groups().stream().map(LeakFinding::fingerprint).toList());
  }

  @Test
  void mergedReportsAddUpWhatIsFollowedAndWhatIsGuessed() throws Exception {
    Report followed = Report.of(findings());
    Findings whole = new Events().register(1).unregister(1, 0).findings();
    Merge merge =
        Merge.of(
            List.of(new Source("one", followed), new Source("two", Report.of(elsewhere()))), 3);

    Findings sum = merge.report().findings();
    assertThat(sum.totals().following()).isEqualTo(new Following(8, 792));
    LeakFinding.Estimate estimate = Objects.requireNonNull(unknown(sum).estimate());
    assertThat(estimate.of()).isEqualTo(72);
    assertThat(estimate.shares())
        .extracting(LeakFinding.Estimate.Share::count)
        .containsExactly(54L, 18L);
    assertThat(whole.totals().plus(sum.totals()).following()).isEqualTo(new Following(9, 792));
  }

  @Test
  void aFailedCaseSaysHowTheOthersMayDivide() throws Exception {
    StringWriter out = new StringWriter();
    JunitReport.write(findings(), out);

    String unknown = out.toString().substring(out.toString().indexOf("site unknown"));
    assertThat(unknown)
        .contains(
            """
            where they were registered is not known, because their lives were not followed
            estimate: if they divide as the 4 leaked ones that were followed do
              about 27 of group com.acme.Buffer@""",
            ", registered at com.acme.Server.open0(Server.java:42)\n  about 9 of group ")
        .doesNotContain("no stack was recorded");
  }

  @Test
  void aResultOfCodeScanningSaysHowTheOthersMayDivide() throws Exception {
    StringWriter out = new StringWriter();
    Set<String> unused =
        SarifReport.write(findings(), new Sources(Path.of("none"), List.of()), out);

    JsonNode results = new ObjectMapper().readTree(out.toString()).at("/runs/0/results");
    JsonNode unknown = results.get(2);
    assertThat(unknown.at("/partialFingerprints/rollcall~1v1").textValue()).isEqualTo(UNKNOWN);
    assertThat(unknown.at("/message/text").textValue())
        .contains(
            ". Note: where they were registered is not known, because their lives were not followed;"
                + " estimate: if they divide as the 4 leaked ones that were followed do, about 27 of"
                + " group com.acme.Buffer@",
            ", registered at com.acme.Server.open0(Server.java:42); about 9 of group ")
        .endsWith(". See [where most of them may have been registered](1).");
    assertThat(unknown.at("/relatedLocations"))
        .extracting(spot -> spot.at("/message/text").textValue())
        .containsExactly(
            "estimate: about 27 may have been registered here",
            "estimate: about 9 may have been registered here");
    assertThat(unknown.at("/properties/unfollowed").longValue()).isEqualTo(36);
    assertThat(unknown.at("/properties/estimate/shares"))
        .extracting(share -> share.get("count").longValue())
        .containsExactly(27L, 9L);
    assertThat(results.get(0).at("/properties/estimate").isMissingNode()).isTrue();
  }

  /** The same of another file. */
  private static Findings elsewhere() {
    Budgeted program = program();
    Analysis analysis = new Analysis();
    JvmLog log = new JvmLog();
    program.events().forEach(log);
    analysis.add(program.recording(Path.of("other.jfr")), log, null);
    return analysis.findings(3);
  }

  @Test
  void aDiffSaysHowManyWereFollowed() {
    Diff diff = Diff.of(Report.of(findings()), Report.of(new Events().register(1).findings()));

    assertThat(TextDiff.of(diff).replaceAll("\\s+", " "))
        .contains("before, 4 of 400 lives were followed; the leaks of the others are in groups");
  }

  /** Where the program keeps sites, what is not followed is in the group of its site. */
  @Test
  void aDiffSpeaksOfGroupsOfTheTypeAloneOnlyWhereThereAreSome() {
    Findings all = findings();
    Report placed =
        Report.of(
            Parts.keep(
                all,
                all.groups().stream().filter(group -> !group.isUnplaced()).toList(),
                all.misuses()));

    assertThat(TextDiff.of(Diff.of(placed, placed)).replaceAll("\\s+", " "))
        .contains("before, 4 of 400 lives were followed after, 4 of 400 lives were followed");
  }

  @Test
  void theOrderOfCausesIsSaid() {
    assertThat(TextReport.of(findings()))
        .contains("Causes, most leaks first, and last what is not followed\n");
  }
}

package dev.rollcall.gate.compare;

import static dev.rollcall.diagnosis.Suspect.Confidence.HIGH;
import static dev.rollcall.diagnosis.Suspect.Confidence.LOW;
import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static dev.rollcall.gate.Samples.misuses;
import static dev.rollcall.gate.Samples.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.growth.LiveOverTime.Curve;
import dev.rollcall.analysis.growth.LiveOverTime.Mark;
import dev.rollcall.analysis.growth.LiveOverTime.Point;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.gate.Baseline;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.RuleFile;
import dev.rollcall.gate.Suppressed;
import dev.rollcall.gate.Suppressions;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many reports as one. */
class MergeTest {
  private static Merge merge(Findings... all) throws OverlapException {
    List<Source> sources = new ArrayList<>();
    for (Findings findings : all) {
      sources.add(new Source("report " + (sources.size() + 1), Report.of(findings)));
    }
    return Merge.of(sources, 3);
  }

  private static Contrast contrast(long leaked, long age, long lifetime) {
    Tracks.Step step =
        new Tracks.Step(
            Tracks.Side.LEAKED,
            Tracks.Kind.REGISTER,
            Events.site("open").frames().get(0),
            null,
            leaked,
            0);
    return new Contrast(
        new Tracks(leaked, 0, List.of(step), 0), Spread.of(age), Spread.of(lifetime, lifetime));
  }

  private static LeakFinding suspecting(
      String method, long count, Suspect.Confidence confidence, double score, long compared) {
    Suspect suspect =
        new Suspect(
            EvidenceKind.ABSENCE,
            new StackTraceElement("com.acme.Server", method, "Server.java", 7),
            score,
            method + " is suspected: look there.",
            confidence);
    return leaks("open", count).suspecting(List.of(suspect)).with(contrast(compared, 7, 3));
  }

  private static List<Findings> someOfManyJvms() {
    return List.of(
        findings(1, List.of(suspecting("many", 90, LOW, 0.9, 90), leaks("other", 1)), List.of()),
        findings(2, List.of(suspecting("sure", 3, HIGH, 0.8, 3)), List.of()),
        findings(
            3,
            List.of(suspecting("surest", 2, HIGH, 0.7, 5)),
            List.of(misuses("over-release", "close", 10, 2))),
        findings(
            4,
            List.of(leaks("open", 50), leaks("other", 3)),
            List.of(misuses("over-release", "close", 10, 1))),
        findings(5, List.of(suspecting("sure", 4, HIGH, 0.8, 5)), List.of()));
  }

  /** What does not depend on how they are put together. */
  private static List<Object> counted(Report report) {
    Findings findings = report.findings();
    List<Object> counted = new ArrayList<>(List.of(findings.totals(), findings.settled()));
    for (LeakFinding group : findings.groups()) {
      counted.add(List.of(group.origin(), group.counts(), group.suspects(), group.contrast()));
    }
    for (MisuseFinding group : findings.misuses()) {
      counted.add(List.of(group.kind(), group.count(), group.site(), group.resourceIds()));
    }
    return counted;
  }

  private static Report sum(List<Report> reports) throws OverlapException {
    List<Source> sources = new ArrayList<>();
    for (Report report : reports) {
      sources.add(new Source("report " + (sources.size() + 1), report));
    }
    return Merge.of(sources, 3).report();
  }

  @Test
  void suspectsAreThoseOfTheSurest() throws OverlapException {
    Findings sum = merge(someOfManyJvms().toArray(new Findings[0])).report().findings();

    assertThat(sum.groups().get(0).count()).isEqualTo(149);
    assertThat(sum.groups().get(0).suspects())
        .extracting(suspect -> suspect.frame().getMethodName())
        .containsExactly("sure");
    assertThat(sum.groups().get(0).contrast().tracks().leaked()).isEqualTo(5);
  }

  @Test
  void inWhateverOrderAndPartsTheSumIsTheSame() throws OverlapException {
    List<Report> all = someOfManyJvms().stream().map(Report::of).toList();
    List<Object> expected = counted(sum(all));
    Random random = new Random(22);
    for (int round = 0; round < 200; round++) {
      List<Report> parts = new ArrayList<>(all);
      while (parts.size() > 1) {
        Collections.shuffle(parts, random);
        List<Report> some = parts.subList(0, 2 + random.nextInt(parts.size() - 1));
        Report sum = sum(some);
        some.clear();
        parts.add(sum);
      }
      assertThat(counted(parts.get(0))).isEqualTo(expected);
    }
  }

  @Test
  void livesOfSeveralReportsSayWhoseTheyAre() throws OverlapException {
    Findings sum =
        merge(
                findings(1, twoLeaks().groups(), List.of()),
                findings(2, twoLeaks().groups(), List.of()))
            .report()
            .findings();

    assertThat(sum.groups().get(0).examples())
        .extracting(life -> Objects.requireNonNull(life.jvm()).pid())
        .containsExactly(1L, 1L, 2L);
  }

  /** As reports of older versions have them. */
  @Test
  void whereAReportIsOfSeveralJvmsNothingIsSaidOfWhoseItsLivesAre() throws OverlapException {
    Findings one = findings(1, twoLeaks().groups(), List.of());
    Findings ofTwo =
        new Findings(
            List.of(recording("a.jfr", 1), recording("b.jfr", 2)),
            one.totals(),
            one.groups(),
            one.open(),
            one.misuses(),
            one.byCollector(),
            one.settled());

    Findings sum = merge(ofTwo, findings(3, List.of(), List.of())).report().findings();

    assertThat(sum.groups().get(0).examples()).extracting(History::jvm).containsOnlyNulls();
  }

  @Test
  void spreadsAddUpAndTracksAreThoseOfMoreLeaked() throws OverlapException {
    Contrast sum =
        merge(
                findings(1, List.of(leaks("open", 2).with(contrast(2, 7, 3))), List.of()),
                findings(2, List.of(leaks("open", 5).with(contrast(5, 900, 3))), List.of()),
                findings(3, List.of(leaks("open", 5).with(contrast(5, 7, 40))), List.of()))
            .report()
            .findings()
            .groups()
            .get(0)
            .contrast();

    assertThat(sum.tracks()).isEqualTo(contrast(5, 0, 0).tracks());
    assertThat(sum.ages()).isEqualTo(Spread.of(7, 7, 900));
    assertThat(sum.lifetimes()).isEqualTo(Spread.of(3, 3, 3, 3, 40, 40));
  }

  /** As a report of one JVM has it, which needs not say which. */
  private static Findings living(long jvm, long live) {
    Findings findings = findings(jvm, List.of(leaks("open", live)), List.of());
    Curve curve =
        new Curve(
            Events.TYPE,
            null,
            jvm,
            List.of(new Point(0, 1), new Point(5, 2), new Point(9, live)),
            live,
            9);
    Mark mark = new Mark(LiveOverTime.Kind.CHECK, jvm, "", "exit", live);
    return new Findings(
        findings.recordings(),
        findings.totals(),
        findings.groups(),
        new StillOpen(
            List.of(), List.of(), List.of(), new LiveOverTime(List.of(curve), List.of(mark))),
        findings.misuses(),
        findings.byCollector(),
        findings.settled());
  }

  private static @Nullable Jvm jvm(Findings findings) {
    return findings.recordings().get(0).recording().jvm();
  }

  @Test
  void curvesOfSeveralReportsSayWhoseTheyAre() throws OverlapException {
    LiveOverTime live = merge(living(1, 3), living(2, 7)).report().findings().open().live();

    assertThat(live.curves()).extracting(Curve::left).containsExactly(7L, 3L);
    assertThat(live.curves())
        .extracting(Curve::jvm)
        .containsExactly(jvm(living(2, 7)), jvm(living(1, 3)))
        .doesNotContainNull();
    assertThat(live.marks()).extracting(Mark::count).containsExactly(3L, 7L);
    assertThat(merge(living(1, 3)).report().findings().open().live())
        .isEqualTo(living(1, 3).open().live());
  }

  @Test
  void groupsWithOneFingerprintAreOne() throws OverlapException {
    LeakFinding old =
        new LeakFinding(
            new LeakOrigin(leaks("open", 1).fingerprint(), Events.TYPE, Site.NONE),
            new LeakCounts(7, 2, 4, new TreeMap<>(Map.of(1L, 4L, 3L, 2L)), 9_000));
    Findings sum =
        merge(
                findings(1, List.of(leaks("open", 5, 4, 1), leaks("other", 6)), List.of()),
                findings(2, List.of(old), List.of()))
            .report()
            .findings();

    assertThat(sum.groups()).extracting(LeakFinding::count).containsExactly(12L, 6L);
    LeakFinding group = sum.groups().get(0);
    assertThat(group.held()).isEqualTo(6);
    assertThat(group.lost()).isEqualTo(5);
    assertThat(group.refCounts()).isEqualTo(Map.of(1L, 9L, 3L, 2L));
    assertThat(group.oldestMillis()).isEqualTo(9_000);
    assertThat(group.site()).isEqualTo(Events.site("open"));
    assertThat(sum.totals()).isEqualTo(new FindingTotals(20_000, 19_982, 18, 0, 0, 0, 0));
    assertThat(sum.recordings()).hasSize(2);
  }

  @Test
  void theSiteIsThatOfTheGroupThatHasOne() throws OverlapException {
    LeakFinding known = leaks("open", 1);
    LeakFinding unknown =
        new LeakFinding(
            new LeakOrigin(known.fingerprint(), Events.TYPE, Site.NONE), known.counts());

    assertThat(
            merge(findings(1, List.of(unknown), List.of()), findings(2, List.of(known), List.of()))
                .report()
                .findings()
                .groups()
                .get(0)
                .site())
        .isEqualTo(Events.site("open"));
  }

  @Test
  void examplesAreAFew() throws OverlapException {
    Findings two = twoLeaks();
    Findings sum =
        merge(
                findings(1, two.groups(), List.of()),
                findings(2, two.groups(), List.of()),
                findings(3, two.groups(), List.of()))
            .report()
            .findings();

    assertThat(sum.groups().get(0).count()).isEqualTo(6);
    assertThat(sum.groups().get(0).examples())
        .extracting(History::resourceId)
        .containsExactly(1L, 2L, 1L);
  }

  private static Findings twoLeaks() {
    return new Events()
        .register(1)
        .register(2)
        .check(5, "exit", new Totals(2, 0, 2, 0))
        .leak(5, 1)
        .leak(5, 2)
        .findings();
  }

  @Test
  void misusesOfOneLineAreOne() throws OverlapException {
    Findings sum =
        merge(
                findings(1, List.of(), List.of(misuses("over-release", "close", 10, 2))),
                findings(
                    2,
                    List.of(),
                    List.of(
                        misuses("over-release", "close", 10, 3),
                        misuses("over-release", "close", 11, 1))))
            .report()
            .findings();

    assertThat(sum.misuses())
        .extracting(MisuseFinding::count, MisuseFinding::resourceIds)
        .containsExactly(tuple(5L, List.of(2L, 3L)), tuple(1L, List.of(1L)));
    assertThat(sum.totals().misused()).isEqualTo(6);
  }

  @Test
  void theSameReportCountsOnceWhereverItsFileIs() throws OverlapException {
    Findings one = findings(recording("a/app.jfr", 1), List.of(leaks("open", 2)), List.of());
    Findings copy = findings(recording("b/copy.jfr", 1), List.of(leaks("open", 2)), List.of());
    Findings other = findings(2, List.of(leaks("open", 3)), List.of());

    Merge merge = merge(one, other, copy, one);
    assertThat(merge.report().findings().totals().leaked()).isEqualTo(5);
    assertThat(merge.repeats())
        .containsExactly(
            "report 3 covers the same recordings as report 1, so it is left out",
            "report 4 covers the same recordings as report 1, so it is left out");
  }

  @Test
  void otherRecordingsOfOneJvmCannotBeAddedUp() {
    Findings one = findings(recording("a.jfr", 1, 1_000), List.of(leaks("open", 2)), List.of());
    Findings later = findings(recording("b.jfr", 1, 2_000), List.of(leaks("open", 3)), List.of());

    assertThatThrownBy(() -> merge(one, later))
        .isInstanceOf(OverlapException.class)
        .hasMessage(
            "report 1 and report 2 both cover the JVM with process id 1, but not with the same"
                + " recordings, so adding them up could count a leak twice; make one report of all"
                + " its recordings");
  }

  @Test
  void aRecordingThatDoesNotSayItsJvmIsKnownByItsFile() throws OverlapException {
    Findings first =
        new Events().register(1).check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1).findings();

    assertThat(merge(first, first).repeats()).hasSize(1);
    assertThat(merge(first, findings(leaks("open", 1))).repeats()).isEmpty();
  }

  @Test
  void whatIsMissingInOneIsMissingInAll() throws OverlapException {
    Loss loss = new Loss(Loss.Kind.DATA_LOSS, null, "events were dropped");
    Findings lossy = findings(recording("app.jfr", 1, loss), List.of(), List.of());

    assertThat(merge(lossy, findings(2, List.of(), List.of())).report().findings().outcome())
        .isEqualTo(Findings.Outcome.UNSURE);
    assertThat(
            merge(findings(1, List.of(), List.of()), findings(2, List.of(), List.of()))
                .report()
                .findings()
                .outcome())
        .isEqualTo(Findings.Outcome.CLEAN);
  }

  @Test
  void suppressionsAreAddedUpByRule() throws Exception {
    List<Rule> rules = RuleFile.parse("wanted.txt", "frame *.open \"a\"\nframe *.other \"b\"");
    Report one =
        Suppressions.apply(Report.of(findings(1, List.of(leaks("open", 2)), List.of())), rules);
    Report two =
        Suppressions.apply(
            Report.of(
                findings(
                    2, List.of(leaks("open", 3), leaks("other", 4), leaks("x", 1)), List.of())),
            rules);

    Report sum = Merge.of(List.of(new Source("1", one), new Source("2", two)), 3).report();
    assertThat(sum.suppressions())
        .extracting(Suppressed::groups, Suppressed::resources)
        .containsExactly(tuple(1L, 5L), tuple(1L, 4L));
    assertThat(sum.leaked()).isEqualTo(10);
    assertThat(sum.findings().totals().leaked()).isEqualTo(1);
  }

  @Test
  void whatABaselineKnewCountsAgain() throws OverlapException {
    Report known =
        new Baseline(Report.of(findings(leaks("open", 2))), false)
            .apply(Report.of(findings(1, List.of(leaks("open", 2)), List.of())));

    Report sum =
        Merge.of(
                List.of(
                    new Source("1", known),
                    new Source("2", Report.of(findings(2, List.of(leaks("open", 1)), List.of())))),
                3)
            .report();
    assertThat(sum.findings().totals().leaked()).isEqualTo(3);
    assertThat(sum.findings().groups()).extracting(LeakFinding::count).containsExactly(3L);
  }
}

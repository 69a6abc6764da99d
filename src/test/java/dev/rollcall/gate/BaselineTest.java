package dev.rollcall.gate;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static dev.rollcall.gate.Samples.misuses;
import static dev.rollcall.gate.Samples.unfollowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.report.TextReport;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an earlier report knows already. */
class BaselineTest {
  private static Report apply(Findings earlier, Findings now, boolean grown) {
    return new Baseline(Report.of(earlier), grown).apply(Report.of(now));
  }

  private static Known known(Report report) {
    return Objects.requireNonNull(report.known());
  }

  @Test
  void onlyNewGroupsCount() {
    Report report =
        apply(
            findings(leaks("open", 5), leaks("gone", 1)),
            findings(leaks("open", 8), leaks("other", 2)),
            false);

    assertThat(report.findings().groups()).containsExactly(leaks("other", 2));
    assertThat(report.findings().totals().leaked()).isEqualTo(2);
    assertThat(known(report).leaks()).containsExactly(leaks("open", 8));
    assertThat(known(report).before(Key.of(leaks("open", 8)))).isEqualTo(5);
    assertThat(known(report).before(Key.of(leaks("other", 2)))).isZero();
    assertThat(report.leaked()).isEqualTo(10);
  }

  @Test
  void ofTheKnownThoseThatHaveGrownCountIfThatIsWanted() {
    Findings earlier = findings(leaks("more", 5), leaks("same", 5), leaks("less", 5));
    Findings now = findings(leaks("more", 6), leaks("same", 5), leaks("less", 4));

    assertThat(apply(earlier, now, false).findings().groups()).isEmpty();
    Report report = apply(earlier, now, true);
    assertThat(report.findings().groups()).extracting(LeakFinding::count).containsExactly(6L);
    assertThat(known(report).leaked()).isEqualTo(9);
  }

  @Test
  void aKnownReportIsClean() {
    Findings findings = findings(leaks("open", 5));

    assertThat(apply(findings, findings, true).findings().outcome())
        .isEqualTo(Findings.Outcome.CLEAN);
  }

  @Test
  void leaksOfWhichOnlyTheNumberIsKnownAreNeverKnown() {
    Findings findings = Samples.unnamed(3, leaks("open", 5));

    assertThat(apply(findings, findings, false).findings().totals().leaked()).isEqualTo(3);
  }

  /** A new leak may be among them. */
  @Test
  void leaksThatAreNotFollowedAreKnownWhileThereAreNoMoreOfThem() {
    Findings earlier = findings(leaks("open", 4), unfollowed(36));

    assertThat(apply(earlier, findings(unfollowed(36)), false).findings().groups()).isEmpty();
    Report more = apply(earlier, findings(leaks("open", 4), unfollowed(37)), false);
    assertThat(more.findings().groups()).containsExactly(unfollowed(37));
    assertThat(known(more).leaks()).containsExactly(leaks("open", 4));
    assertThat(more.findings().outcome()).isEqualTo(Findings.Outcome.FOUND);
    assertThat(TextReport.of(more).replaceAll("\\s+", " "))
        .contains(
            "grown: the baseline has 36; which are new is not known, because their lives were not"
                + " followed");
  }

  /** Which of the same leaks are followed is another thing in each run. */
  @Test
  void leaksThatAreNotFollowedAreKnownWhileThereAreNoMoreOfTheirType() {
    Findings earlier = findings(leaks("open", 4), unfollowed(36));

    assertThat(
            apply(earlier, findings(leaks("open", 2), unfollowed(38)), false).findings().groups())
        .isEmpty();
    assertThat(apply(earlier, findings(leaks("open", 2), unfollowed(38)), true).findings().groups())
        .containsExactly(unfollowed(38));
    assertThat(
            apply(earlier, findings(leaks("other", 3), unfollowed(38)), false).findings().groups())
        .containsExactly(leaks("other", 3), unfollowed(38));
    assertThat(
            apply(findings(leaks("open", 40)), findings(unfollowed(3)), false).findings().groups())
        .containsExactly(unfollowed(3));
  }

  @Test
  void misusesAreKnownByKindTypeAndSiteWhateverTheLine() {
    MisuseFinding old = misuses("over-release", "close", 10, 2);
    MisuseFinding moved = misuses("over-release", "close", 12, 2);
    MisuseFinding second = misuses("over-release", "close", 30, 1);
    MisuseFinding other = misuses("double-register", "close", 12, 1);
    Findings earlier = findings(1, List.of(), List.of(old));

    Report report = apply(earlier, findings(1, List.of(), List.of(moved, other)), true);
    assertThat(report.findings().misuses()).containsExactly(other);
    assertThat(report.findings().totals().misused()).isEqualTo(1);
    assertThat(known(report).misuses()).containsExactly(moved);
    assertThat(report.misused()).isEqualTo(3);

    // What has grown is their number at all lines together.
    Findings grown = findings(1, List.of(), List.of(moved, second));
    assertThat(apply(earlier, grown, true).findings().misuses()).containsExactly(moved, second);
    assertThat(apply(earlier, grown, false).findings().misuses()).isEmpty();
  }

  @Test
  void suppressionsComeFirst() throws MalformedRuleException {
    List<Rule> rules = RuleFile.parse("wanted.txt", "type * held \"why\"");
    Gate gate = new Gate(rules, Report.of(findings(leaks("open", 4, 0, 4))), true);

    Report report = gate.apply(Report.of(findings(leaks("open", 10, 6, 4))));
    assertThat(report.suppressed()).isEqualTo(6);
    assertThat(known(report).leaked()).isEqualTo(4);
    assertThat(report.findings().outcome()).isEqualTo(Findings.Outcome.CLEAN);
    assertThat(report.leaked()).isEqualTo(10);
  }
}

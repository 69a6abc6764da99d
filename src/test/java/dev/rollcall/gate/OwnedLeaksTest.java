package dev.rollcall.gate;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.OverlapException;
import dev.rollcall.gate.compare.Source;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No leak disappears because its owner is not reported. */
class OwnedLeaksTest {
  private static final LeakFinding OWNED =
      leaks("select", 6, 2, 4).with(new Ownership(6, List.of()));

  private static final LeakFinding OWNER =
      leaks("connect", 2)
          .with(
              new Ownership(0, List.of(new Ownership.Owned(OWNED.fingerprint(), Events.TYPE, 6))));

  private static Findings both() {
    return findings(OWNER, OWNED);
  }

  private static Report suppressed(String rule) throws MalformedRuleException {
    return Suppressions.apply(Report.of(both()), RuleFile.parse("wanted.txt", rule));
  }

  @Test
  void nothingChangesWhereAllAreReported() throws MalformedRuleException {
    assertThat(suppressed("type other \"why\"").findings().groups()).containsExactly(OWNER, OWNED);
  }

  @Test
  void whatASuppressedLeakOwnsIsDirect() throws MalformedRuleException {
    Report report = suppressed("frame *.connect \"why\"");

    assertThat(report.findings().groups())
        .extracting(LeakFinding::count, LeakFinding::direct)
        .containsExactly(tuple(6L, 6L));
    assertThat(report.findings().totals().leaked()).isEqualTo(6);
  }

  @Test
  void whatIsSuppressedIsNotToldOfUnderItsOwner() throws MalformedRuleException {
    Report report = suppressed("frame *.select \"why\"");

    assertThat(report.findings().groups()).containsExactly(OWNER.with(Ownership.NONE));
  }

  @Test
  void whatIsSuppressedInPartIsToldOfByItself() throws MalformedRuleException {
    assertThat(suppressed("frame *.select lost \"why\"").findings().groups())
        .extracting(LeakFinding::count, LeakFinding::direct, group -> group.owned().size())
        .containsExactly(tuple(2L, 2L, 0), tuple(2L, 2L, 0));
  }

  @Test
  void whatAKnownLeakOwnsIsDirect() {
    Baseline baseline = new Baseline(Report.of(findings(leaks("connect", 2))), false);
    Report report = baseline.apply(Report.of(both()));

    assertThat(report.findings().groups())
        .extracting(LeakFinding::count, LeakFinding::direct)
        .containsExactly(tuple(6L, 6L));
    assertThat(Objects.requireNonNull(report.known()).leaks())
        .containsExactly(OWNER.with(Ownership.NONE));
  }

  @Test
  void ofManyReportsAllIsAddedUp() throws OverlapException {
    Findings other = findings(2, List.of(OWNER, OWNED), List.of());
    Merge merge =
        Merge.of(
            List.of(new Source("one", Report.of(both())), new Source("other", Report.of(other))),
            3);

    assertThat(merge.report().findings().groups())
        .extracting(LeakFinding::count, LeakFinding::direct, LeakFinding::indirect)
        .containsExactly(tuple(4L, 4L, 0L), tuple(12L, 0L, 12L));
    assertThat(merge.report().findings().groups().get(0).owned())
        .extracting(Ownership.Owned::count)
        .containsExactly(12L);
  }
}

package dev.rollcall.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.recording.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who decides what has leaked, and what becomes of the rest. */
final class VerdictTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);

  private static Events recorded() {
    return new Events().checkpoint("start", NOTHING, 0);
  }

  @Test
  void anExitCheckNamesTheLeaked() {
    Events events =
        recorded()
            .register(1)
            .register(2)
            .unregister(2, 0)
            .check(5, "exit", new Totals(2, 1, 1, 0))
            .leak(5, 1);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.RELEASED);
    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(2, 1, 1, 0, 0, 0, 0));
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.FOUND);
    assertThat(events.losses()).isEmpty();
  }

  @Test
  void whatWasReleasedAfterTheExitCheckHasLeakedStill() {
    Events events =
        recorded().register(1).check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1).unregister(1, 0);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
  }

  @Test
  void theFirstFinalCheckStandsForTheExit() {
    Events events =
        recorded()
            .register(1)
            .check(5, "final", new Totals(1, 0, 1, 0))
            .leak(5, 1)
            .unregister(1, 0)
            .register(2)
            .check(6, "final", new Totals(2, 1, 1, 0))
            .leak(6, 2)
            .check(7, "exit", new Totals(2, 1, 1, 0))
            .leak(7, 2);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.OPEN);
    assertThat(events.findings().totals().leaked()).isEqualTo(1);
  }

  @Test
  void withoutACheckTheExitCheckpointNamesTheLeaked() {
    Events events =
        recorded()
            .register(1)
            .register(2)
            .register(3)
            .unregister(3, 0)
            .live(1, false)
            .live(2, true)
            .checkpoint("exit", new Totals(3, 1, 2, 1), 2);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.IGNORED);
    assertThat(events.verdict(3)).isEqualTo(Verdict.RELEASED);
    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(3, 1, 1, 0, 0, 0, 1));
  }

  @Test
  void theExitCheckpointsCapIsCountedByGroup() {
    Events events =
        new Events()
            .live(1, false)
            .liveGroup(40, "other")
            .checkpoint("exit", new Totals(41, 0, 41, 0), 1);

    Findings findings = events.findings();
    assertThat(findings.totals().leaked()).isEqualTo(41);
    assertThat(findings.groups()).extracting(LeakFinding::count).containsExactly(40L, 1L);
    assertThat(findings.groups().get(0).held()).isZero();
  }

  @Test
  void livesThatMustBeThoseBeyondTheCapAreNamed() {
    Events events =
        recorded()
            .register(1)
            .register(2, "other")
            .register(3, "other")
            .live(1, false)
            .liveGroup(2, "other")
            .checkpoint("exit", new Totals(3, 0, 3, 0), 1);

    assertThat(events.verdict(2)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(3)).isEqualTo(Verdict.LEAKED);
    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(3, 0, 3, 0, 0, 0, 0));
  }

  @Test
  void withoutAFinalWordWhatLivesIsOpen() {
    Events events =
        recorded().register(1).live(1, false).checkpoint("chunk", new Totals(1, 0, 1, 0), 1);

    assertThat(events.verdict(1)).isEqualTo(Verdict.OPEN);
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.UNSURE);
    assertThat(events.losses()).isEmpty();
  }

  @Test
  void whatTheLastCheckOnDemandFoundHasLeakedUnlessReleasedSince() {
    Events events =
        recorded()
            .register(1)
            .register(2)
            .register(3)
            .check(4, "demand", new Totals(3, 0, 3, 0))
            .leak(4, 3)
            .check(5, "demand", new Totals(3, 0, 3, 0))
            .leak(5, 1)
            .leak(5, 2)
            .unregister(2, 0);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.RELEASED);
    assertThat(events.verdict(3)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void aLaterCheckpointTakesALeakOfACheckOnDemandBack() {
    Events events =
        recorded()
            .register(1)
            .check(5, "demand", new Totals(1, 0, 1, 0))
            .leak(5, 1)
            .checkpoint("chunk", new Totals(1, 1, 0, 0), 0);

    assertThat(events.verdict(1)).isEqualTo(Verdict.RELEASED);
    assertThat(events.losses()).containsExactly(Loss.Kind.UNREGISTRATIONS);
  }

  @Test
  void aReleaseThatWasNotRecordedIsProvenByACompleteCheckpoint() {
    Events events =
        recorded()
            .register(1)
            .register(2)
            .live(2, false)
            .checkpoint("chunk", new Totals(2, 1, 1, 0), 1)
            .off("rollcall.Unregister");

    assertThat(events.verdict(1)).isEqualTo(Verdict.RELEASED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.OPEN);
    assertThat(events.losses()).isEmpty();
  }

  @Test
  void whereDataWasLostSilenceIsUnknown() {
    Events events = recorded().register(1).dataLoss();

    assertThat(events.verdict(1)).isEqualTo(Verdict.UNKNOWN);
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.UNSURE);
  }

  @Test
  void eventsThatContradictEachOtherAreUnknown() {
    Events events = recorded().register(1).register(1, "again").unregister(1, 0);

    assertThat(events.verdict(1)).isEqualTo(Verdict.UNKNOWN);
    assertThat(events.losses()).contains(Loss.Kind.CONTRADICTION);
  }

  @Test
  void misuseIsAFindingWhateverTheVerdict() {
    Events events =
        recorded()
            .register(1)
            .unregister(1, 0)
            .misuse(1, "double-release")
            .misuse(0, "unknown")
            .check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(events.verdict(1)).isEqualTo(Verdict.MISUSED);
    assertThat(events.findings().totals().misused()).isEqualTo(2);
    assertThat(events.findings().misuses())
        .extracting(MisuseFinding::kind, MisuseFinding::resourceIds)
        .containsExactly(tuple("double-release", List.of(1L)), tuple("unknown", List.of()));
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.FOUND);
  }

  @Test
  void nothingLeftIsClean() {
    Events events =
        recorded().register(1).unregister(1, 0).check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.CLEAN);
  }

  @Test
  void theIgnoredAreNoLeaksAndLeaveItClean() {
    Events events =
        recorded()
            .register(1)
            .check(5, "exit", new Totals(1, 0, 1, 1))
            .live(1, true)
            .checkpoint("exit", new Totals(1, 0, 1, 1), 1);

    assertThat(events.verdict(1)).isEqualTo(Verdict.IGNORED);
    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(1, 0, 0, 0, 0, 0, 1));
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.CLEAN);
  }

  @Test
  void aFinalCheckProvesTheEndOfWhatItDoesNotFind() {
    Events events = recorded().register(1).check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(events.verdict(1)).isEqualTo(Verdict.RELEASED);
    assertThat(events.losses()).containsExactly(Loss.Kind.UNREGISTRATIONS);
  }

  /** It passes over the ignored, and this may be one. */
  @Test
  void aFinalCheckThatIgnoresSomeProvesNothing() {
    Events events = recorded().register(1).check(5, "exit", new Totals(1, 0, 1, 1));

    assertThat(events.verdict(1)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theIgnoredAreNotThoseBeyondTheCap() {
    Events events =
        recorded()
            .register(1, "other")
            .register(2, "other")
            .live(2, true)
            .liveGroup(1, "other")
            .checkpoint("exit", new Totals(2, 0, 2, 1), 1);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.IGNORED);
  }
}

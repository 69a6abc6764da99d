package dev.rollcall.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What totals count and the recording lacks. */
final class BalanceTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);

  private static Loss only(Events events) {
    assertThat(events.findings().recordings().get(0).losses()).hasSize(1);
    return events.findings().recordings().get(0).losses().get(0);
  }

  @Test
  void aMissingRegistrationIsALoss() {
    Loss loss =
        only(
            new Events()
                .checkpoint("start", NOTHING, 0)
                .register(1)
                .unregister(1, 0)
                .unregister(2, 0)
                .check(5, "exit", new Totals(2, 2, 0, 0)));

    assertThat(loss.kind()).isEqualTo(Loss.Kind.REGISTRATIONS);
    assertThat(loss.count()).isEqualTo(1);
    assertThat(loss.sentence())
        .isEqualTo(
            "the global checker counted 2 registrations but the recording has 1: 1"
                + " missing (older than the oldest chunk, made while nothing was recording, or"
                + " dropped under load)");
  }

  @Test
  void aMissingReleaseIsALoss() {
    Loss loss =
        only(
            new Events()
                .checkpoint("start", NOTHING, 0)
                .register(1)
                .register(2)
                .unregister(1, 0)
                .check(5, "exit", new Totals(2, 2, 0, 0)));

    assertThat(loss.kind()).isEqualTo(Loss.Kind.UNREGISTRATIONS);
    assertThat(loss.sentence())
        .startsWith("the global checker counted 2 releases but the recording has 1: 1 missing (");
  }

  /** Of three that are not followed nothing is expected. */
  @Test
  void onlyWhatIsFollowedCanBeMissing() {
    Loss loss =
        only(
            new Events()
                .checkpoint("start", NOTHING, 0)
                .register(1)
                .register(2)
                .unregister(1, 0)
                .check(5, "exit", new Totals(5, 5, 0, 0, 3, 3)));

    assertThat(loss.kind()).isEqualTo(Loss.Kind.UNREGISTRATIONS);
    assertThat(loss.count()).isEqualTo(1);
    assertThat(loss.sentence())
        .startsWith(
            "the global checker counted 2 releases of lives that are followed but the recording"
                + " has 1: 1 missing (");
  }

  /** What the settings say counts, too: of what was not followed there may be no other word. */
  @Test
  void aBudgetWithoutALastCheckpointIsALoss() {
    Loss.Kind itself = Loss.Kind.UNFINISHED;

    assertThat(killed().losses()).containsExactly(itself);
    assertThat(killed().off(Recording.ALL_LIVES).losses())
        .containsExactlyInAnyOrder(itself, Loss.Kind.VERDICT);
    assertThat(killed().on(Recording.ALL_LIVES).losses()).containsExactly(itself);
    Totals end = new Totals(1, 1, 0, 0);
    assertThat(killed().off(Recording.ALL_LIVES).check(5, "exit", end).losses())
        .containsExactly(itself);
  }

  /** Its last chunk ends without a checkpoint, as that of a JVM that was killed. */
  private static Events killed() {
    return new Events()
        .checkpoint("start", NOTHING, 0)
        .register(1)
        .unregister(1, 0)
        .checkpoint("chunk", new Totals(1, 1, 0, 0), 0)
        .unfinished();
  }

  @Test
  void whatWasRegisteredBeforeTheRecordingIsNotMissing() {
    Events events =
        new Events()
            .checkpoint("start", new Totals(100, 99, 1, 0), 0)
            .live(1, false)
            .checkpoint("chunk", new Totals(100, 99, 1, 0), 1)
            .register(101)
            .unregister(101, 0)
            .unregister(1, 3)
            .check(5, "exit", new Totals(101, 101, 0, 0));

    assertThat(events.losses()).isEmpty();
    assertThat(events.history(1).beginsBefore()).isTrue();
    assertThat(events.history(1).missingSteps()).isZero();
    assertThat(events.history(1).steps().get(0).moment().thread().name()).isEqualTo("early");
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.CLEAN);
  }

  /** A chunk with a damaged clock would otherwise hide what is missing before it. */
  @Test
  void ofTwoStartsTheSmallerTotalsAreTheFirst() {
    Events events =
        new Events()
            .checkpoint("start", new Totals(5, 5, 0, 0), 0)
            .checkpoint("start", NOTHING, 0)
            .register(6)
            .unregister(6, 0)
            .check(5, "exit", new Totals(6, 6, 0, 0));

    assertThat(events.losses()).containsExactly(Loss.Kind.REGISTRATIONS, Loss.Kind.UNREGISTRATIONS);
  }

  @Test
  void withoutAStartCheckpointEverythingIsExpected() {
    Events events = new Events().register(9).check(5, "exit", new Totals(9, 9, 0, 0));

    assertThat(events.losses()).containsExactly(Loss.Kind.REGISTRATIONS, Loss.Kind.UNREGISTRATIONS);
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.UNSURE);
  }

  @Test
  void leaksThatACheckCountedAndNobodyNamesAreALoss() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .register(2)
            .register(3)
            .check(5, "exit", new Totals(3, 0, 3, 0))
            .leak(5, 1);

    assertThat(events.losses()).containsExactly(Loss.Kind.LEAKS);
    assertThat(events.findings().totals().leaked()).isEqualTo(3);
    assertThat(events.verdict(2)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theExitCheckpointNamesLeaksWhoseEventsAreLost() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .register(2)
            .check(5, "exit", new Totals(2, 0, 2, 0))
            .leak(5, 1)
            .live(1, false)
            .live(2, false)
            .checkpoint("exit", new Totals(2, 0, 2, 0), 2);

    assertThat(events.verdict(2)).isEqualTo(Verdict.LEAKED);
    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(2, 0, 2, 0, 0, 0, 0));
  }

  @Test
  void liveResourcesThatACheckpointWroteAndAreMissingAreALoss() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .register(2)
            .live(1, false)
            .checkpoint("exit", new Totals(2, 0, 2, 0), 2);

    Loss loss = only(events);
    assertThat(loss.kind()).isEqualTo(Loss.Kind.CHECKPOINT);
    assertThat(loss.count()).isEqualTo(1);
    assertThat(events.verdict(2)).isEqualTo(Verdict.UNKNOWN);
    assertThat(events.findings().totals().leaked()).isEqualTo(2);
  }

  @Test
  void whatGoesOnWhileARecordingStartsIsNotCountedTwice() {
    Events events =
        new Events()
            .register(1)
            .unregister(1, 0)
            .register(2)
            .checkpoint("start", new Totals(12, 11, 1, 0), 1)
            .unregister(2, 0)
            .checkpoint("exit", new Totals(12, 12, 0, 0), 0);

    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(12, 12, 0, 0, 0, 0, 0));
  }

  @Test
  void whatHappenedAfterTheLastTotalsCounts() {
    Events events =
        new Events()
            .checkpoint("start", new Totals(10, 10, 0, 0), 0)
            .register(11)
            .checkpoint("chunk", new Totals(11, 10, 1, 0), 0)
            .unregister(11, 0)
            .register(12);

    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(12, 11, 0, 1, 0, 0, 0));
  }

  @Test
  void noCheckAndNoCheckpointIsALoss() {
    Events events = new Events().checkpoint("start", NOTHING, 0).register(1).unregister(1, 0);

    assertThat(events.losses()).containsExactly(Loss.Kind.VERDICT);
    assertThat(events.findings().totals()).isEqualTo(new FindingTotals(1, 1, 0, 0, 0, 0, 0));
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.UNSURE);
  }

  @Test
  void aGapInTheSequenceIsALoss() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .retain(1, 2, 1)
            .release(1, 0, 4)
            .unregister(1, 5)
            .check(5, "exit", new Totals(1, 1, 0, 0));

    Loss loss = only(events);
    assertThat(loss.kind()).isEqualTo(Loss.Kind.STEPS);
    assertThat(loss.count()).isEqualTo(3);
    assertThat(events.history(1).missingSteps()).isEqualTo(3);
    assertThat(events.verdict(1)).isEqualTo(Verdict.RELEASED);
  }

  @Test
  void stepsThatWereSwitchedOffAreNotMissing() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .touch(1, "used", 3)
            .unregister(1, 9)
            .check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(events.losses()).isEmpty();
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.CLEAN);
  }

  @Test
  void aGapIsNoLossWhereCountsWereOffForAWhile() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .retain(1, 2, 1)
            .release(1, 0, 4)
            .unregister(1, 4)
            .check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(events.losses()).containsExactly(Loss.Kind.STEPS);
    assertThat(events.off("rollcall.Retain").losses()).isEmpty();
    assertThat(events.off("rollcall.Release").losses()).isEmpty();
  }

  @Test
  void countsThatWereOnAreMissingAlsoWhereNoneIsThere() {
    Events events =
        new Events()
            .checkpoint("start", NOTHING, 0)
            .register(1)
            .touch(1, "used", 3)
            .unregister(1, 9)
            .check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(only(events.on("rollcall.Retain", "rollcall.Release")).count()).isEqualTo(8);
    assertThat(events.on("rollcall.Retain").losses()).isEmpty();
    assertThat(events.on("rollcall.Release").losses()).isEmpty();
  }

  @Test
  void whatIsKnownByTypeAndNumberOnlyIsSaidOfTheFiveLargestTypes() {
    Events events = new Events();
    for (int type = 1; type <= 5; type++) {
      events.of("com.acme.T" + type).liveGroup(type, "open");
    }
    assertThat(capped(events, 15).sentence())
        .isEqualTo(
            "the last checkpoint of the global checker had too many live resources to write each"
                + " of them; 15 are known by type and number only: 5 x com.acme.T5, 4 x"
                + " com.acme.T4, 3 x com.acme.T3, 2 x com.acme.T2, 1 x com.acme.T1");

    events = new Events();
    for (int type = 1; type <= 7; type++) {
      events.of("com.acme.T" + type).liveGroup(10, "open");
    }
    assertThat(capped(events, 70).sentence())
        .endsWith("10 x com.acme.T4, 10 x com.acme.T5 and 2 more types");
  }

  @Test
  void aTypeOfWhichAllAreKnownIsLeftOut() {
    Events events =
        new Events().register(1).liveGroup(1, "open").of("com.acme.Other").liveGroup(1, "open");

    Loss loss = capped(events, 2);

    assertThat(loss.count()).isEqualTo(1);
    assertThat(loss.sentence())
        .endsWith("; 1 is known by type and number only: 1 x com.acme.Other");
  }

  /** The loss of what a checkpoint of a chunk has counted without writing any of it. */
  private static Loss capped(Events events, long live) {
    List<Loss> losses =
        events
            .checkpoint("chunk", new Totals(live, 0, live, 0), 0)
            .findings()
            .recordings()
            .get(0)
            .losses()
            .stream()
            .filter(loss -> loss.kind() == Loss.Kind.CHECKPOINT)
            .toList();
    assertThat(losses).hasSize(1);
    return losses.get(0);
  }
}

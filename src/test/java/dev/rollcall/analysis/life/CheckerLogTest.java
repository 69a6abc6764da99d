package dev.rollcall.analysis.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log counts, whether lives are kept or folded, in one file or several. */
final class CheckerLogTest {
  private static final int FOLD_AT_ONCE = 0;
  private static final int KEEP = 100;

  private static CheckerLog log(int patience, Events events) {
    CheckerLog log =
        new CheckerLog(7, life -> false, patience, new Fingerprints(), new NextSteps());
    events.inOrder().forEach(log::add);
    return log;
  }

  private static CheckerLog merged(int patience, Events events, Events others) {
    CheckerLog log = log(patience, events);
    log.addAll(log(patience, others));
    return log;
  }

  private static LeakCheck check(CheckerLog log) {
    return log.checks().by(Trigger.DEMAND).get(0);
  }

  /** One release before the check, and so many after it. */
  private static Events released(int since) {
    Events events = new Events();
    for (int id = 1; id <= 5; id++) {
      events.register(id);
    }
    events.unregister(1, 0).check(9, "demand", new Totals(5, 1, 4, 0));
    for (int id = 2; id < 2 + since; id++) {
      events.unregister(id, 0);
    }
    return events;
  }

  @Test
  void theReleasesSinceACheckAreThoseThatTotalsCountSince() {
    Totals later = new Totals(5, 3, 2, 0);
    for (int patience : new int[] {FOLD_AT_ONCE, 1, KEEP}) {
      CheckerLog complete = log(patience, released(2).checkpoint("chunk", later, 0));
      CheckerLog lacking = log(patience, released(1).checkpoint("chunk", later, 0));

      assertThat(complete.lacksReleasesSince(check(complete))).as("%d", patience).isFalse();
      assertThat(lacking.lacksReleasesSince(check(lacking))).as("%d", patience).isTrue();
    }
  }

  @Test
  void aReleaseInTheMomentOfTheCheckMayBeOneSince() {
    Events events = released(0);
    Moment moment = events.inOrder().get(events.inOrder().size() - 1).moment();
    events.add(new Unregistered(moment, 0, 2, Events.TYPE, 0));
    CheckerLog log = log(KEEP, events.checkpoint("chunk", new Totals(5, 2, 3, 0), 0));

    assertThat(log.lacksReleasesSince(check(log))).isFalse();
  }

  @Test
  void withoutTotalsNoReleaseIsKnownToBeMissing() {
    LeakCheck check = check(log(KEEP, released(0)));

    assertThat(log(KEEP, new Events()).lacksReleasesSince(check)).isFalse();
  }

  /** So many that not the time of each is kept. */
  @Test
  void howManyEndedSinceACheckIsKnownAlsoWhenTheyAreFolded() {
    for (Trigger trigger : List.of(Trigger.DEMAND, Trigger.TEST)) {
      Events events = new Events().register(1).unregister(1, 0);
      events.check(9, trigger.word(), new Totals(1, 1, 0, 0));
      for (int id = 2; id <= 40_001; id++) {
        events.register(id).unregister(id, 0);
      }
      events.checkpoint("chunk", new Totals(40_001, 40_001, 0, 0), 0);
      CheckerLog log = log(FOLD_AT_ONCE, events);

      assertThat(log.lives()).isEmpty();
      assertThat(log.lacksReleasesSince(log.checks().by(trigger).get(0))).isFalse();
    }
  }

  @Test
  void whatACheckpointSaysOfAFoldedLifeIsListed() {
    Events events = new Events().register(1).unregister(1, 0).live(1, false);
    CheckerLog log = log(FOLD_AT_ONCE, events);

    assertThat(log.lives()).isEmpty();
    assertThat(listed(log)).containsExactly(events.inOrder().get(2).moment().time());
  }

  private static List<Long> listed(CheckerLog log) {
    List<Long> times = new ArrayList<>();
    log.folded().forEachListed(times::add);
    return times;
  }

  @Test
  void countsAreRecordedWhereBothKindsAre() {
    assertThat(log(KEEP, new Events().retain(1, 2, 1)).countsRecorded()).isFalse();
    assertThat(log(KEEP, new Events().release(1, 1, 1)).countsRecorded()).isFalse();
    assertThat(log(KEEP, new Events().retain(1, 2, 1).release(1, 1, 2)).countsRecorded()).isTrue();
    assertThat(merged(KEEP, new Events().retain(1, 2, 1), new Events().release(1, 1, 2)))
        .matches(CheckerLog::countsRecorded);
    assertThat(merged(KEEP, new Events().release(1, 1, 2), new Events().retain(1, 2, 1)))
        .matches(CheckerLog::countsRecorded);
  }

  private static Totals totals(long registered, long unregistered) {
    return new Totals(registered, unregistered, 0, 0);
  }

  private static Totals first(Events events) {
    return log(KEEP, events).firstTotals().orElseThrow();
  }

  @Test
  void theFirstTotalsAreTheSmallest() {
    assertThat(
            first(
                new Events()
                    .checkpoint("start", totals(3, 0), 0)
                    .checkpoint("start", totals(2, 1), 0)))
        .isEqualTo(totals(2, 1));
    assertThat(
            first(
                new Events()
                    .checkpoint("start", totals(2, 1), 0)
                    .checkpoint("start", totals(2, 0), 0)))
        .isEqualTo(totals(2, 0));
  }

  @Test
  void ofTheSameTotalsTheEarliestAreTheFirst() {
    Events events =
        new Events().checkpoint("start", totals(2, 1), 0).checkpoint("chunk", totals(2, 1), 0);
    List<LifecycleEvent> inOrder = events.inOrder();

    assertThat(first(events)).isEqualTo(totals(2, 1));
    assertThat(first(new Events().add(inOrder.get(1)).add(inOrder.get(0)))).isEqualTo(totals(2, 1));
    assertThat(log(KEEP, new Events().add(inOrder.get(1))).firstTotals()).isEmpty();
  }

  @Test
  void theLastTotalsAreTheLargest() {
    Events events =
        new Events().checkpoint("chunk", totals(3, 0), 0).checkpoint("chunk", totals(2, 2), 0);
    assertThat(log(KEEP, events).lastTotals()).isEqualTo(totals(3, 0));

    events = new Events().checkpoint("chunk", totals(3, 2), 0).checkpoint("chunk", totals(3, 1), 0);
    assertThat(log(KEEP, events).lastTotals()).isEqualTo(totals(3, 2));
  }

  @Test
  void whatLacksStepsIsCountedWhenItIsFolded() {
    Events events =
        new Events().register(1).unregister(1, 3).register(2).unregister(2, 0).register(3);
    Events others = new Events().register(4).unregister(4, 2).register(5).unregister(5, 1);

    CheckerLog log = log(FOLD_AT_ONCE, events);
    assertThat(log.folded().unsteppedLives()).isEqualTo(1);
    assertThat(log.folded().unsteppedSteps()).isEqualTo(3);
    log.addAll(log(FOLD_AT_ONCE, others));
    assertThat(log.folded().unsteppedLives()).isEqualTo(3);
    assertThat(log.folded().unsteppedSteps()).isEqualTo(6);
    assertThat(log.checkerId()).isEqualTo(7);
  }

  /** Of the other file stems what it folded, which is known here as well as if it were ours. */
  @Test
  void whatAnotherFileFoldedIsAddedUp() {
    Events mine =
        new Events()
            .register(1)
            .check(9, "demand", new Totals(1, 0, 1, 0))
            .unregister(1, 0)
            .register(2)
            .unregisterByCollector(2);
    Events others =
        new Events()
            .register(11)
            .check(9, "demand", new Totals(1, 0, 1, 0))
            .live(11, false)
            .unregister(11, 0)
            .unregister(11, 0)
            .register(12)
            .unregisterByCollector(12)
            .checkpoint("chunk", new Totals(4, 4, 0, 0), 0);

    CheckerLog log = merged(FOLD_AT_ONCE, mine, others);

    assertThat(log.lives()).isEmpty();
    assertThat(log.registrations()).isEqualTo(4);
    assertThat(log.unregistrations()).isEqualTo(5);
    assertThat(log.folded().contradicted()).isEqualTo(1);
    assertThat(log.folded().siblings().ways()).extracting(Ways::lives).containsExactly(2L);
    assertThat(log.folded().byCollector().largestFirst())
        .extracting(CollectorFinding::count)
        .containsExactly(2L);
    assertThat(listed(log)).hasSize(1);
    assertThat(log.lacksReleasesSince(check(log))).isFalse();
  }

  /** One file has the beginning, the other the end: when both are known it is over. */
  @Test
  void aLifeThatTwoFilesTellTogetherIsFolded() {
    CheckerLog log = merged(FOLD_AT_ONCE, new Events().register(1), new Events().unregister(1, 0));

    assertThat(log.lives()).isEmpty();
    assertThat(log.folded().contains(1)).isTrue();
  }

  /**
   * A step that may still come is waited for also where only the other file shows that any does.
   */
  @Test
  void thatStepsAreRecordedIsKnownFromTheOtherFile() {
    CheckerLog log =
        merged(FOLD_AT_ONCE, new Events().register(1), new Events().touch(2, "here", 1));
    new Events().unregister(1, 3).inOrder().forEach(log::add);

    assertThat(log.find(1)).isNotNull();
  }

  @Test
  void theLatestOfTwoListsOfALifeStands() {
    Events events = new Events().register(1).live(1, false).live(1, true);
    LiveFound latest = (LiveFound) events.inOrder().get(2);

    Life life = log(KEEP, events).find(1);

    assertThat(life).isNotNull().extracting(Life::live).isSameAs(latest);
  }

  @Test
  void onlyAStartSaysNothingOfWhatLives() {
    assertThat(log(KEEP, new Events().checkpoint("start", totals(1, 0), 0)).hasWord()).isFalse();
    assertThat(log(KEEP, new Events().checkpoint("chunk", totals(1, 0), 0)).hasWord()).isTrue();
    assertThat(log(KEEP, released(0)).hasWord()).isTrue();
  }

  @Test
  void checkpointsAreInOrderOfTheirTimes() {
    Events events =
        new Events().checkpoint("start", totals(1, 0), 0).checkpoint("exit", totals(2, 0), 0);
    List<LifecycleEvent> inOrder = events.inOrder();

    assertThat(log(KEEP, new Events().add(inOrder.get(1)).add(inOrder.get(0))).checkpoints())
        .extracting(Checkpoint::phase)
        .containsExactly(Phase.START, Phase.EXIT);
  }
}

package dev.rollcall.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.NextSteps;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the one that speaks says: named, counted by group, counted only. */
final class RulingTest {
  private static final long START = 1_764_000_000_000_000_000L;
  private static final LostEnds NOTHING_LOST = new LostEnds(false, false);

  /** The moment of the n-th event that {@link Events} writes, counted from 1. */
  private static Moment moment(int n) {
    return new Moment(START + n * 1_000L, new ThreadRef("main", 1), Events.site("open"));
  }

  private static CheckerLog log(Events events, int patience) {
    CheckerLog log =
        new CheckerLog(0, life -> false, patience, new Fingerprints(), new NextSteps());
    events.inOrder().forEach(log::add);
    return log;
  }

  private static Ruling ruling(Events events, Integer... tests) {
    return Ruling.of(log(events, 100), NOTHING_LOST, Set.of(tests));
  }

  private static LiveGroup ignored(int n, long count) {
    return new LiveGroup(moment(n), 0, Events.TYPE, null, Events.site("open"), count, true);
  }

  @Test
  void aRecordingThatEndsWithATestHasWhatThatTestFound() {
    Events events =
        new Events()
            .register(1)
            .register(2)
            .register(3)
            .register(4)
            .check(5, "test", new Totals(2, 0, 2, 0))
            .leak(5, 1)
            .check(6, "test", new Totals(3, 0, 3, 0))
            .leak(6, 2)
            .check(7, "test", new Totals(4, 0, 4, 0))
            .leak(7, 3)
            .leak(7, 4)
            .unregister(4, 0)
            .check(8, "exit", new Totals(4, 1, 3, 0));

    Ruling ruling = ruling(events, 5, 7);

    assertThat(ruling.basis()).isEqualTo(Ruling.Basis.TEST_CHECK);
    assertThat(ruling.isFinal()).isFalse();
    assertThat(ruling.leaked()).containsOnlyKeys(1L, 3L);
    // One of the two of the first check, two of the four of the other.
    assertThat(ruling.unnamed()).isEqualTo(3);
    assertThat(ruling.check()).extracting(LeakCheck::checkId).isEqualTo(7);
  }

  @Test
  void leaksWithoutAnEventAreTakenFromTheExitCheckpointAsFarAsTheCheckCountedThem() {
    Events events =
        new Events()
            .register(1)
            .register(2)
            .check(5, "exit", new Totals(5, 0, 5, 0))
            .leak(5, 1)
            .register(3)
            .live(1, false)
            .live(2, false)
            .liveGroup(2, "two")
            .liveGroup(4, "four")
            .liveGroup(1, "one")
            .checkpoint("exit", new Totals(9, 0, 9, 0), 2);

    Ruling ruling = ruling(events);

    assertThat(ruling.leaked()).containsOnlyKeys(1L, 2L);
    assertThat(ruling.counted()).extracting(LiveGroup::count).containsExactly(2L, 1L);
    assertThat(ruling.counted()).extracting(LiveGroup::site).first().isEqualTo(Events.site("two"));
    assertThat(ruling.unlisted()).isZero();
    assertThat(ruling.unnamed()).isEqualTo(4);
  }

  @Test
  void theExitCheckpointNamesNoMoreThanTheCheckCounted() {
    Events events =
        new Events()
            .register(1)
            .register(2)
            .register(3)
            .check(5, "exit", new Totals(3, 1, 2, 0))
            .leak(5, 1)
            .live(1, false)
            .live(2, false)
            .live(3, false)
            .checkpoint("exit", new Totals(3, 0, 3, 0), 3);

    assertThat(ruling(events).leaked()).hasSize(2).containsKey(1L);
    assertThat(ruling(events).unlisted()).isZero();
  }

  @Test
  void whatWasRegisteredAsTheCheckBeganIsNoneOfItsLeaks() {
    Events events = new Events().register(1);
    events.add(new Registered(moment(2), 0, 2, Events.TYPE, null));
    events.check(5, "exit", new Totals(2, 0, 2, 0)).leak(5, 1);
    events.live(1, false).live(2, false).checkpoint("exit", new Totals(2, 0, 2, 0), 2);

    assertThat(ruling(events).leaked()).containsOnlyKeys(1L);
    assertThat(ruling(events).unlisted()).isEqualTo(1);
  }

  @Test
  void aLeakWhoseLifeIsFoldedIsCountedOnce() {
    for (int told = 1; told <= 2; told++) {
      Events events = new Events().register(1).register(2);
      events.check(5, "exit", new Totals(2, 0, 2, 0)).leak(5, 2);
      for (int i = 0; i < told; i++) {
        events.leak(5, 1);
      }
      events.unregister(1, 0);

      Ruling ruling = Ruling.of(log(events, 0), NOTHING_LOST, Set.of());

      assertThat(ruling.leaked()).containsOnlyKeys(2L);
      assertThat(ruling.counted())
          .singleElement()
          .satisfies(
              group -> {
                assertThat(group.type()).isEqualTo(Events.TYPE);
                assertThat(group.count()).isEqualTo(1);
                assertThat(group.isIgnored()).isFalse();
              });
      assertThat(ruling.unlisted()).isZero();
    }
  }

  @Test
  void groupsOfTheIgnoredAreNoLeaksAndEmptyOnesNoGroups() {
    Events events =
        new Events()
            .liveGroup(2, "open")
            .liveGroup(0, "other")
            .add(ignored(3, 5))
            .checkpoint("exit", new Totals(8, 0, 8, 5), 0);

    Ruling ruling = ruling(events);

    assertThat(ruling.basis()).isEqualTo(Ruling.Basis.EXIT_CHECKPOINT);
    assertThat(ruling.counted()).extracting(LiveGroup::count).containsExactly(2L);
    assertThat(ruling.unlisted()).isEqualTo(1);
  }

  private static Events demanded() {
    return new Events().register(1).check(5, "demand", new Totals(1, 0, 1, 0)).leak(5, 1);
  }

  @Test
  void aCheckpointBeforeACheckOnDemandTakesNothingBack() {
    Events events =
        new Events()
            .checkpoint("chunk", new Totals(0, 0, 0, 0), 0)
            .register(1)
            .check(5, "demand", new Totals(1, 0, 1, 0))
            .leak(5, 1);

    assertThat(ruling(events).leaked()).containsOnlyKeys(1L);
  }

  @Test
  void aLaterCheckpointTakesBackWhatItIgnores() {
    Events events = demanded().live(1, true).checkpoint("chunk", new Totals(1, 0, 1, 1), 1);

    assertThat(ruling(events).leaked()).isEmpty();
  }

  @Test
  void aLaterCheckpointThatDidNotWriteAllTakesNothingBack() {
    Events events = demanded().liveGroup(1, "open").checkpoint("chunk", new Totals(1, 0, 1, 0), 0);

    assertThat(ruling(events).leaked()).containsOnlyKeys(1L);
  }

  /** One that looked at the same moment may have looked before. */
  @Test
  void aCheckpointOfTheSameMomentIsNotLater() {
    Events gone = demanded();
    gone.add(new Checkpoint(moment(4), 0, Phase.CHUNK, NOTHING, 0, moment(2).time()));
    assertThat(ruling(gone).leaked()).containsOnlyKeys(1L);

    Events listed = new Events().register(1).register(2);
    listed.add(check(moment(4), 1)).leak(5, 1).live(1, false);
    listed.add(
        new Checkpoint(moment(6), 0, Phase.CHUNK, new Totals(2, 1, 1, 0), 1, moment(4).time()));
    Ruling ruling = Ruling.of(log(listed, 100), new LostEnds(true, false), Set.of());
    assertThat(ruling.leaked()).isEmpty();
  }

  private static final Totals NOTHING = new Totals(1, 0, 0, 0);

  private static LeakCheck check(Moment moment, long leaked) {
    return new LeakCheck(moment, 0, 5, Trigger.DEMAND, new Totals(2, 1, leaked, 0), leaked);
  }
}

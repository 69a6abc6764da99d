package dev.rollcall.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.NextSteps;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clocks tick coarsely: what bears the time of a check or checkpoint may be before or after it. */
final class SameMomentTest {
  private static final long START = 1_764_000_000_000_000_000L;

  private final Events events = new Events();

  private static Moment at(int millis) {
    return new Moment(START + millis * 1_000_000L, new ThreadRef("main", 1), Events.site("open"));
  }

  private void register(long id, int millis) {
    events.add(new Registered(at(millis), 0, id, Events.TYPE, null));
  }

  private void unregister(long id, int millis) {
    events.add(new Unregistered(at(millis), 0, id, Events.TYPE, 0));
  }

  private void live(long id, int millis, boolean ignored) {
    events.add(
        new LiveFound(
            at(millis),
            0,
            id,
            Events.TYPE,
            new Condition(1, 0, false, null),
            new Registration(at(0).time(), "main", Site.NONE, null),
            0,
            ignored));
  }

  private void group(long count, int millis) {
    events.add(new LiveGroup(at(millis), 0, Events.TYPE, null, Events.site("open"), count, false));
  }

  private void checkpoint(Phase phase, int millis, Totals totals, long written, int scanned) {
    events.add(new Checkpoint(at(millis), 0, phase, totals, written, at(scanned).time()));
  }

  private void finalCheck(int millis, Totals totals) {
    events.add(
        new LeakCheck(at(millis), 0, 5, Trigger.FINAL, totals, totals.live() - totals.ignored()));
  }

  @Test
  void whatWasRegisteredAsACheckpointBeganToLookMayLive() {
    register(1, 2);
    checkpoint(Phase.CHUNK, 4, new Totals(1, 0, 0, 0), 0, 2);

    assertThat(events.verdict(1)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void whatWasRegisteredAsAFinalCheckBeganMayLive() {
    register(1, 2);
    finalCheck(2, new Totals(0, 0, 0, 0));

    assertThat(events.verdict(1)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void whatACheckpointFoundAsAFinalCheckBeganIsNotProvenToHaveEnded() {
    register(1, 1);
    live(1, 3, false);
    checkpoint(Phase.EXIT, 3, new Totals(1, 0, 1, 0), 1, 3);
    finalCheck(3, new Totals(1, 1, 0, 0));

    assertThat(events.verdict(1)).isEqualTo(Verdict.UNKNOWN);
  }

  /** It commits its totals last, so what bears their time was written before. */
  @Test
  void whatBearsTheTimeOfTheCheckpointBeforeIsOfThatOne() {
    register(1, 1);
    live(1, 2, false);
    group(7, 2);
    checkpoint(Phase.CHUNK, 2, new Totals(8, 0, 8, 0), 1, 2);
    checkpoint(Phase.CHUNK, 4, new Totals(8, 7, 1, 0), 1, 3);

    assertThat(events.verdict(1)).isEqualTo(Verdict.UNKNOWN);
    assertThat(events.findings().totals().open()).isZero();
    assertThat(events.losses()).contains(Loss.Kind.CHECKPOINT);
  }

  @Test
  void whatTheCheckpointBeforeIgnoredIsNotIgnoredByThis() {
    register(1, 1);
    live(1, 2, true);
    checkpoint(Phase.CHUNK, 2, new Totals(1, 0, 1, 1), 1, 2);
    group(1, 4);
    checkpoint(Phase.CHUNK, 4, new Totals(1, 0, 1, 0), 0, 3);

    assertThat(events.verdict(1)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void theFirstOfTwoCheckpointsIsWhereTheSecondBegins() {
    register(1, 1);
    live(1, 1, false);
    checkpoint(Phase.CHUNK, 2, new Totals(1, 0, 1, 0), 1, 1);
    register(2, 3);
    live(2, 4, false);
    checkpoint(Phase.CHUNK, 5, new Totals(2, 1, 1, 0), 1, 4);

    assertThat(events.verdict(1)).isEqualTo(Verdict.RELEASED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void aStartBeforeTheFirstCheckpointDoesNotCutItInTwo() {
    register(1, 1);
    register(2, 1);
    live(1, 2, false);
    checkpoint(Phase.START, 3, new Totals(2, 0, 2, 0), 0, 3);
    live(2, 4, false);
    checkpoint(Phase.EXIT, 5, new Totals(2, 0, 2, 0), 2, 2);

    assertThat(events.losses()).isEmpty();
    assertThat(events.findings().totals().leaked()).isEqualTo(2);
  }

  @Test
  void aGroupThatBearsTheTimeOfItsCheckpointIsOfIt() {
    group(7, 4);
    checkpoint(Phase.EXIT, 4, new Totals(7, 0, 7, 0), 0, 2);

    assertThat(events.findings().groups()).singleElement().extracting("count").isEqualTo(7L);
  }

  @Test
  void whatWasRegisteredWhenACheckpointHadLookedIsNotAmongThoseBeyondItsCap() {
    register(1, 4);
    group(1, 3);
    checkpoint(Phase.CHUNK, 4, new Totals(1, 0, 1, 0), 0, 2);

    assertThat(events.findings().totals().open()).isEqualTo(2);
  }

  /** As for one that is folded. */
  @Test
  void whatEndedAsACheckpointBeganToLookMayBeAmongThoseBeyondItsCap() {
    register(1, 1);
    unregister(1, 2);
    group(1, 3);
    checkpoint(Phase.CHUNK, 4, new Totals(2, 1, 1, 0), 0, 2);

    assertThat(events.findings().totals().open()).isZero();
  }

  @Test
  void whatWasRegisteredAsTheExitCheckpointBeganToLookIsNotNamedByIt() {
    register(1, 2);
    group(1, 3);
    checkpoint(Phase.EXIT, 4, new Totals(1, 0, 1, 0), 0, 2);

    assertThat(events.verdict(1)).isEqualTo(Verdict.OPEN);
    assertThat(events.findings().totals().leaked()).isEqualTo(1);
  }

  @Test
  void aLeakThatIsNamedByCountIsAsOldAsTheCheckpointFoundIt() {
    register(1, 2);
    group(1, 8);
    checkpoint(Phase.EXIT, 9, new Totals(1, 0, 1, 0), 0, 7);
    Fingerprints fingerprints = new Fingerprints();
    CheckerLog log = new CheckerLog(0, life -> false, 10, fingerprints, new NextSteps());
    events.inOrder().forEach(log::add);

    Ruling ruling =
        NamedByCount.name(log, Ruling.of(log, new LostEnds(false, false), Set.of()), fingerprints);

    assertThat(ruling.leaked()).containsOnlyKeys(1L);
    assertThat(ruling.leaked().values()).extracting(Condition::ageMillis).containsExactly(5L);
  }
}

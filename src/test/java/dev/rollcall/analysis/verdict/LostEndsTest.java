package dev.rollcall.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.NextSteps;
import dev.rollcall.common.Phase;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the evidence is thin, nothing is taken for released, and nothing for leaked. */
final class LostEndsTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);
  private static final long START = 1_764_000_000_000_000_000L;

  private static Events recorded() {
    return new Events().checkpoint("start", NOTHING, 0);
  }

  /** The moment of the n-th event that {@link Events} writes, counted from 1. */
  private static Moment moment(int n) {
    return new Moment(START + n * 1_000L, new ThreadRef("main", 1), Site.NONE);
  }

  @Test
  void whatWasRegisteredWhileACheckpointLookedMayLive() {
    Events events = recorded().register(1).register(2);
    // It began between the two, missed the second, and was written later.
    events.add(new Checkpoint(moment(9), 0, Phase.CHUNK, NOTHING, 0, moment(2).time() + 500));

    assertThat(events.verdict(1)).isEqualTo(Verdict.RELEASED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void theTimeThatACheckpointRemembersIsNotExact() {
    Events events = recorded().register(1).unregister(1, 0);
    events.check(5, "exit", new Totals(1, 1, 0, 0)).register(2);
    long early = moment(1).time();
    for (int id = 2; id <= 3; id++) {
      // The registration of the third is lost.
      events.add(
          new LiveFound(
              moment(6),
              0,
              id,
              Events.TYPE,
              new Condition(1, 0, false, null),
              new Registration(early, "late", Site.NONE, null),
              0,
              false));
    }
    events.add(new Checkpoint(moment(7), 0, Phase.EXIT, new Totals(3, 1, 2, 0), 2));

    assertThat(events.verdict(2)).isEqualTo(Verdict.OPEN);
    assertThat(events.verdict(3)).isEqualTo(Verdict.UNKNOWN);
    assertThat(events.losses()).containsExactly(Loss.Kind.REGISTRATIONS);
  }

  @Test
  void theStartOfAFurtherRecordingIsNotTheBeginning() {
    Events events =
        new Events()
            .register(8)
            .checkpoint("chunk", new Totals(8, 7, 1, 0), 0)
            .checkpoint("start", new Totals(8, 7, 1, 0), 0)
            .register(9)
            .check(5, "exit", new Totals(9, 9, 0, 0));

    assertThat(events.findings().totals().registered()).isEqualTo(9);
    assertThat(events.losses()).containsExactly(Loss.Kind.REGISTRATIONS, Loss.Kind.UNREGISTRATIONS);
    assertThat(events.findings().recordings().get(0).losses().get(0).count()).isEqualTo(7);
  }

  @Test
  void theStartOfAFurtherRecordingDoesNotCutACheckpointInTwo() {
    Events events =
        recorded()
            .register(1)
            .register(2)
            .live(1, false)
            .checkpoint("start", new Totals(2, 0, 2, 0), 0)
            .live(2, false)
            .checkpoint("exit", new Totals(2, 0, 2, 0), 2);

    assertThat(events.losses()).isEmpty();
    assertThat(events.findings().totals().leaked()).isEqualTo(2);
  }

  @Test
  void aLeakOfACheckOnDemandIsUnknownWhereAReleaseMayBeMissing() {
    assertThat(demanded().verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(demanded().dataLoss().verdict(1)).isEqualTo(Verdict.UNKNOWN);
    assertThat(demanded().off("rollcall.Unregister").verdict(1)).isEqualTo(Verdict.UNKNOWN);
    Events fewer = demanded().liveGroup(1, "open").checkpoint("chunk", new Totals(2, 1, 1, 0), 0);
    assertThat(fewer.verdict(1)).isEqualTo(Verdict.UNKNOWN);
    assertThat(fewer.findings().totals().leaked()).isZero();
  }

  private static Events demanded() {
    return recorded()
        .register(1)
        .register(2)
        .check(5, "demand", new Totals(2, 0, 2, 0))
        .leak(5, 1)
        .leak(5, 2);
  }

  @Test
  void aLeakOfACheckOnDemandStandsWhereALaterCheckpointHasIt() {
    Events events =
        demanded().dataLoss().live(1, false).checkpoint("chunk", new Totals(2, 1, 1, 0), 1);

    assertThat(events.verdict(1)).isEqualTo(Verdict.LEAKED);
    assertThat(events.verdict(2)).isEqualTo(Verdict.RELEASED);
  }

  @Test
  void releasesThatAreNotRecordedForAWhileAreALoss() {
    Events events =
        recorded()
            .register(1)
            .unregister(1, 0)
            .register(2)
            .check(5, "exit", new Totals(2, 2, 0, 0))
            .off("rollcall.Unregister");

    assertThat(events.losses()).containsExactly(Loss.Kind.UNREGISTRATIONS);
    assertThat(events.findings().outcome()).isEqualTo(Findings.Outcome.UNSURE);
  }

  @Test
  void whatLivesBeyondTheCapIsOpenAsFarAsItIsNotKnown() {
    Events events =
        new Events()
            .register(8, "other")
            .live(1, false)
            .liveGroup(3, "other")
            .checkpoint("chunk", new Totals(8, 4, 4, 0), 1)
            .unregister(7, 0);

    // One was released since, and of one the registration is recorded.
    assertThat(events.findings().totals().open()).isEqualTo(2);
    assertThat(events.findings().totals().unknown()).isEqualTo(1);
    assertThat(events.losses()).contains(Loss.Kind.CHECKPOINT);
  }

  private static Recording recording(long lastChunk, ChunkFault... faults) {
    return new Recording(
        Path.of("app.jfr"),
        null,
        START,
        START + 9_000,
        lastChunk,
        1,
        3,
        List.of(faults),
        Recording.DataLoss.NONE,
        Map.of(),
        Map.of());
  }

  private static boolean endUnseen(Recording recording, Events events) {
    CheckerLog log = new CheckerLog(0, life -> false, 100, new Fingerprints(), new NextSteps());
    events.inOrder().forEach(log::add);
    return LostEnds.of(log, List.of(recording), false).endUnseen();
  }

  /** Recordings of old versions do not say. */
  @Test
  void whereItIsNotKnownWhenTheLastChunkStartsAFaultOfItTells() {
    ChunkFault unfinished = new ChunkFault(0, ChunkFault.Kind.UNFINISHED, "it is not finished");

    assertThat(endUnseen(recording(0, unfinished), new Events())).isTrue();
    assertThat(endUnseen(recording(0), new Events())).isFalse();
  }

  @Test
  void theLastChunkEndsWithACheckpointOfItsOwn() {
    Events events = new Events().checkpoint("chunk", NOTHING, 0).checkpoint("start", NOTHING, 0);

    assertThat(endUnseen(recording(moment(1).time() - 1), events)).isFalse();
    assertThat(endUnseen(recording(moment(1).time()), events)).isFalse();
    assertThat(endUnseen(recording(moment(1).time() + 1), events)).isTrue();
  }
}

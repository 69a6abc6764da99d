package dev.rollcall.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.NextSteps;
import dev.rollcall.common.Phase;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Recording.DataLoss;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a recording shows by itself: damaged chunks, lost data, an end that is missing. */
final class RecordedLossesTest {
  private static final long LAST_CHUNK = 1_764_000_000_000_000_000L;
  private static final Map<String, Boolean> UNREGISTER_OFF = Map.of("rollcall.Unregister", false);

  /** Of two chunks. */
  private static Recording recording(
      long lastChunk, DataLoss dataLoss, Map<String, Boolean> settings, ChunkFault... faults) {
    return new Recording(
        Path.of("app.jfr"),
        null,
        1,
        2,
        lastChunk,
        2,
        10,
        List.of(faults),
        dataLoss,
        settings,
        Map.of());
  }

  private static Recording with(ChunkFault... faults) {
    return recording(LAST_CHUNK, DataLoss.NONE, Map.of(), faults);
  }

  private static ChunkFault fault(int chunk, ChunkFault.Kind kind) {
    return new ChunkFault(chunk, kind, "it is " + kind);
  }

  @Test
  void everyFaultIsALossAndChunksAreCountedFromOne() {
    Recording recording =
        with(fault(0, ChunkFault.Kind.DAMAGED), fault(1, ChunkFault.Kind.UNFINISHED));

    assertThat(RecordedLosses.of(recording))
        .containsExactly(
            new Loss(Loss.Kind.CHUNK, null, "chunk 1: it is DAMAGED"),
            new Loss(Loss.Kind.UNFINISHED, null, "chunk 2: it is UNFINISHED"));
  }

  @Test
  void whatTheJvmDroppedIsSaidAsOftenAsItSaidSo() {
    assertThat(RecordedLosses.of(with())).isEmpty();
    assertThat(dropped(new DataLoss(1, 100)))
        .startsWith("the JVM reported 1 time that it dropped events (100 bytes in all)");
    assertThat(dropped(new DataLoss(2, 4_000)))
        .startsWith("the JVM reported 2 times that it dropped events (4,000 bytes in all)");
  }

  private static String dropped(DataLoss dataLoss) {
    List<Loss> losses = RecordedLosses.of(recording(LAST_CHUNK, dataLoss, Map.of()));
    assertThat(losses).extracting(Loss::kind).containsExactly(Loss.Kind.DATA_LOSS);
    return losses.get(0).sentence();
  }

  @Test
  void theEndIsLostWhereTheLastChunkIsDamaged() {
    assertThat(lostEnds(false)).isEqualTo(new LostEnds(false, false));
    assertThat(lostEnds(true)).isEqualTo(new LostEnds(true, false));
    assertThat(lostEnds(true, fault(0, ChunkFault.Kind.DAMAGED)))
        .isEqualTo(new LostEnds(true, false));
    assertThat(lostEnds(true, fault(1, ChunkFault.Kind.DAMAGED)))
        .isEqualTo(new LostEnds(true, true));
  }

  /** One that still runs lacks nothing up to where it was copied, unless something else is lost. */
  @Test
  void theEndOfAnUnfinishedChunkIsLostOnlyWhereReleasesAre() {
    ChunkFault unfinished = fault(1, ChunkFault.Kind.UNFINISHED);

    assertThat(lostEnds(false, unfinished)).isEqualTo(new LostEnds(false, false));
    assertThat(lostEnds(true, unfinished)).isEqualTo(new LostEnds(true, true));
    assertThat(
            LostEnds.of(
                List.of(recording(LAST_CHUNK, DataLoss.NONE, UNREGISTER_OFF, unfinished)), false))
        .isEqualTo(new LostEnds(true, true));
  }

  private static LostEnds lostEnds(boolean dataLost, ChunkFault... faults) {
    return LostEnds.of(List.of(with(faults)), dataLost);
  }

  @Test
  void theLastCheckpointIsMissingWhereTheLastChunkHasNone() {
    assertThat(isMissing(with(), Phase.CHUNK, LAST_CHUNK - 1)).isTrue();
    assertThat(isMissing(with(), Phase.CHUNK, LAST_CHUNK)).isFalse();
    assertThat(isMissing(with(), Phase.EXIT, LAST_CHUNK + 1)).isFalse();
    assertThat(isMissing(with(), Phase.START, LAST_CHUNK + 1)).isTrue();
  }

  @Test
  void whereNoCheckpointCanBeExpectedNoneIsMissing() {
    Recording untold = recording(0, DataLoss.NONE, Map.of());
    Recording off = recording(LAST_CHUNK, DataLoss.NONE, Map.of("rollcall.Checkpoint", false));

    assertThat(LastCheckpoint.isMissing(List.of(), List.of(with()))).isTrue();
    assertThat(LastCheckpoint.isMissing(List.of(), List.of(untold))).isFalse();
    assertThat(LastCheckpoint.isMissing(List.of(), List.of(off))).isFalse();
    assertThat(
            LastCheckpoint.isMissing(
                List.of(), List.of(with(fault(1, ChunkFault.Kind.UNFINISHED)))))
        .isFalse();
  }

  private static boolean isMissing(Recording recording, Phase phase, long time) {
    CheckerLog log = new CheckerLog(0, life -> false, 10, new Fingerprints(), new NextSteps());
    Moment moment = new Moment(time, new ThreadRef("main", 1), Site.NONE);
    log.add(new Checkpoint(moment, 0, phase, new Totals(0, 0, 0, 0), 0));
    return LastCheckpoint.isMissing(List.of(log), List.of(recording));
  }
}

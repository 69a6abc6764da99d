package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.common.Phase;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.Recording;
import java.util.List;

/**
 * What cannot be concluded from a release that is not there. Of a life that is not followed no
 * release ever is.
 *
 * @param releasesLost releases may be missing anywhere
 * @param endLost releases may be missing also after the last checkpoint, so that what it lists may
 *     have been released since
 * @param endUnseen no checkpoint ends the recordings, so that what the last one lists may have been
 *     released since if it is not followed
 */
public record LostEnds(boolean releasesLost, boolean endLost, boolean endUnseen) {
  /** Where every life is followed. */
  public LostEnds(boolean releasesLost, boolean endLost) {
    this(releasesLost, endLost, false);
  }

  /** As {@link #of(List, boolean)}, of lives that may not be followed. */
  public static LostEnds of(CheckerLog log, List<Recording> recordings, boolean dataLost) {
    LostEnds ends = of(recordings, dataLost);
    return new LostEnds(ends.releasesLost, ends.endLost, endUnseen(log, recordings));
  }

  private static boolean endUnseen(CheckerLog log, List<Recording> recordings) {
    long start = recordings.stream().mapToLong(Recording::lastChunk).max().orElse(0);
    if (start == 0) {
      return recordings.stream().anyMatch(recording -> lacksItsEnd(recording, true));
    }
    return log.checkpoints().stream()
        .noneMatch(point -> point.phase() != Phase.START && point.moment().time() >= start);
  }

  /** {@code dataLost}: whether the recordings show by themselves that events were dropped. */
  public static LostEnds of(List<Recording> recordings, boolean dataLost) {
    boolean releasesLost = dataLost || EventSettings.isOff(EventSettings.UNREGISTER, recordings);
    return new LostEnds(
        releasesLost,
        recordings.stream().anyMatch(recording -> lacksItsEnd(recording, releasesLost)));
  }

  private static boolean lacksItsEnd(Recording recording, boolean releasesLost) {
    return recording.faults().stream()
        .filter(fault -> fault.kind() != ChunkFault.Kind.UNFINISHED || releasesLost)
        .anyMatch(fault -> fault.chunk() >= recording.chunks() - 1);
  }
}

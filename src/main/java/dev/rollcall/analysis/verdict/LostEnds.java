package dev.rollcall.analysis.verdict;

import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.Recording;
import java.util.List;

/**
 * What cannot be concluded from a release that is not there.
 *
 * @param releasesLost releases may be missing anywhere
 * @param endLost releases may be missing also after the last checkpoint, so that what it lists may
 *     have been released since
 */
public record LostEnds(boolean releasesLost, boolean endLost) {
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

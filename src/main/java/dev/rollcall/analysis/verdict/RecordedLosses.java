package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The losses that one recording file shows by itself. */
public final class RecordedLosses {
  private RecordedLosses() {}

  public static List<Loss> of(Recording recording) {
    List<Loss> losses = new ArrayList<>();
    for (ChunkFault fault : recording.faults()) {
      boolean unfinished = fault.kind() == ChunkFault.Kind.UNFINISHED;
      losses.add(
          new Loss(
              unfinished ? Loss.Kind.UNFINISHED : Loss.Kind.CHUNK,
              null,
              "chunk " + (fault.chunk() + 1) + ": " + fault.sentence()));
    }
    if (recording.dataLoss().events() > 0) {
      losses.add(
          new Loss(
              Loss.Kind.DATA_LOSS,
              null,
              String.format(
                  Locale.ROOT,
                  "the JVM reported %,d time%s that it dropped events (%,d bytes in all) and may have"
                      + " dropped more; run it with -XX:FlightRecorderOptions:memorysize=100m to avoid"
                      + " that",
                  recording.dataLoss().events(),
                  recording.dataLoss().events() == 1 ? "" : "s",
                  recording.dataLoss().bytes())));
    }
    return losses;
  }
}

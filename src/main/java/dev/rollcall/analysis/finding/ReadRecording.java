package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Recording;
import java.util.List;

/** A recording and what is missing from it. */
public record ReadRecording(Recording recording, List<Loss> losses) {
  public ReadRecording {
    losses = List.copyOf(losses);
  }

  /** Whether nothing is missing, as far as can be told. */
  public boolean isComplete() {
    return losses.isEmpty();
  }

  /** Whether something of a kind is missing. */
  public boolean lacks(Loss.Kind kind) {
    return losses.stream().anyMatch(loss -> loss.kind() == kind);
  }
}

package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording and what is missing from it.
 *
 * @param test the test whose own recording it is, so that it tells what became of that test's
 *     resources only; null where it is of no single test
 */
public record ReadRecording(Recording recording, List<Loss> losses, @Nullable String test) {
  public ReadRecording {
    losses = List.copyOf(losses);
  }

  /** One of no single test. */
  public ReadRecording(Recording recording, List<Loss> losses) {
    this(recording, losses, null);
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

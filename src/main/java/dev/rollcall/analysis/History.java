package dev.rollcall.analysis;

import dev.rollcall.recording.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of one resource, in order.
 *
 * @param refCount the last count that is known
 * @param site where it was registered
 * @param beginsBefore whether it was registered before the recording, or its registration is lost
 * @param missingSteps how many steps between those recorded are lost
 */
public record History(
    int checkerId,
    long resourceId,
    String type,
    @Nullable String description,
    Verdict verdict,
    String fingerprint,
    @Nullable Long refCount,
    Site site,
    boolean beginsBefore,
    long missingSteps,
    List<Step> steps) {

  public History {
    steps = List.copyOf(steps);
  }
}

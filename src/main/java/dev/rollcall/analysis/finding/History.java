package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Jvm;
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
 * @param owner the resource that was to release it; {@code null} where there is none
 * @param jvm the JVM it lived in; {@code null} where all that was read is of one JVM, or does not
 *     say
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
    List<Step> steps,
    @Nullable Owner owner,
    @Nullable Jvm jvm) {

  public History {
    steps = List.copyOf(steps);
  }

  /**
   * A resource that owns another one.
   *
   * @param type its class; empty where that is not known
   */
  public record Owner(long resourceId, String type) {}

  /** The same life, with the JVM said. */
  public History in(@Nullable Jvm where) {
    return new History(
        checkerId,
        resourceId,
        type,
        description,
        verdict,
        fingerprint,
        refCount,
        site,
        beginsBefore,
        missingSteps,
        steps,
        owner,
        where);
  }
}

package dev.rollcall;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One leaked resource.
 *
 * @param resourceId serial number of its registration, unique in its JVM
 * @param type name of its class
 * @param description what the program said of it when it registered it, if anything
 * @param refCount its reference count at the time of the check; -1 when it is not known
 * @param age time since it was registered, in milliseconds
 * @param state what the collector had revealed
 * @param registeredBy name of the thread that registered it; null when no site is kept
 * @param ownerId the resource that was to release it, leaked or not; 0 when there is none
 */
@SuppressWarnings("exports")
public record Leak(
    long resourceId,
    String type,
    @Nullable String description,
    long refCount,
    Duration age,
    State state,
    @Nullable String registeredBy,
    long ownerId) {

  /** What the collector had revealed of a leaked resource. No verdict depends on it. */
  public enum State {
    /** Not collected so far: most likely something still references it. */
    HELD,
    /** Collected: nobody can ever release it. */
    LOST
  }
}

package dev.rollcall;

import java.time.Duration;
import java.util.List;

/**
 * Leaked resources of one type, registered at one site: most likely one cause.
 *
 * @param fingerprint name of the group, stable across runs, builds and JDKs; {@code type@unknown}
 *     when no site was kept
 * @param type name of the resources' class
 * @param count how many leaked
 * @param lost how many of them the collector has collected, so that nobody can release them
 * @param oldestAge time since the first of them was registered
 * @param minRefCount smallest known reference count; -1 when none is known
 * @param maxRefCount largest known reference count; -1 when none is known
 * @param site stack trace of the registration, innermost frame first; empty when none was kept
 * @param examples the oldest few
 */
public record LeakGroup(
    String fingerprint,
    String type,
    long count,
    long lost,
    Duration oldestAge,
    long minRefCount,
    long maxRefCount,
    List<StackTraceElement> site,
    List<Leak> examples) {

  /** Copies the lists. */
  public LeakGroup {
    site = List.copyOf(site);
    examples = List.copyOf(examples);
  }

  /** How many leaked resources the collector has not collected. */
  public long held() {
    return count - lost;
  }
}

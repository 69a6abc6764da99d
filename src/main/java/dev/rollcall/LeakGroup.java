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
 * @param indirect how many of them belong to an owner that leaked in the same check; most likely
 *     they leaked because it did
 * @param lost how many of them the collector has collected, so that nobody can release them
 * @param oldestAge time since the first of them was registered
 * @param minRefCount smallest known reference count; -1 when none is known
 * @param maxRefCount largest known reference count; -1 when none is known
 * @param site stack trace of the registration, innermost frame first; empty when none was kept
 * @param examples the oldest few, the direct ones first
 * @param owned what the direct leaks of this group own, themselves or through what they own: the
 *     indirect leaks of all groups are each owned by one direct one
 */
public record LeakGroup(
    String fingerprint,
    String type,
    long count,
    long indirect,
    long lost,
    Duration oldestAge,
    long minRefCount,
    long maxRefCount,
    List<StackTraceElement> site,
    List<Leak> examples,
    List<Owned> owned) {

  /**
   * Leaked resources of one group that those of another own.
   *
   * @param fingerprint name of their group
   * @param type name of their class
   * @param count how many
   */
  public record Owned(String fingerprint, String type, long count) {}

  /** Copies the lists. */
  public LeakGroup {
    site = List.copyOf(site);
    examples = List.copyOf(examples);
    owned = List.copyOf(owned);
  }

  /** How many leaked resources belong to nobody that leaked. */
  public long direct() {
    return count - indirect;
  }

  /** How many leaked resources the collector has not collected. */
  public long held() {
    return count - lost;
  }
}

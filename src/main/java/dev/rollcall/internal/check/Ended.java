package dev.rollcall.internal.check;

import dev.rollcall.internal.live.Quarantine;
import org.jspecify.annotations.Nullable;

/** What is said of a step on a resource that is not registered: how it ended, if that is known. */
public final class Ended {
  private final Quarantine lately;
  private final MisuseLog misuses;

  /** Nothing has ended so far. */
  public Ended(Quarantine lately, MisuseLog misuses) {
    this.lately = lately;
    this.misuses = misuses;
  }

  /** Remembers for a while how a resource ended. */
  public void add(Object resource, Quarantine.End end) {
    lately.add(resource, end);
  }

  /**
   * Reports that a resource was unregistered which is not registered.
   *
   * @throws IllegalStateException in {@code FAIL}
   */
  public void unregistered(Object resource) {
    Quarantine.End end = lately.of(resource);
    if (end != null) {
      report(
          Misuse.DOUBLE_UNREGISTER,
          resource,
          end,
          Explain.doubleUnregister(end, typeOf(resource, end)));
    } else {
      report(Misuse.UNKNOWN_UNREGISTER, resource, null, Explain.unknownUnregister(resource));
    }
  }

  /**
   * Reports another step on a resource that is not registered.
   *
   * @param verb what was done, for a sentence: retained
   * @throws IllegalStateException in {@code FAIL}
   */
  public void used(Misuse kind, Object resource, String verb) {
    Quarantine.End end = lately.of(resource);
    report(kind, resource, end, Explain.usedAfterEnd(resource, verb, end, typeOf(resource, end)));
  }

  /** Counts and records a step that its caller refuses; returns the better message. */
  public String refused(Misuse kind, Object resource, String message) {
    Quarantine.End end = lately.of(resource);
    String explained = end == null ? message : message + Explain.end(end, typeOf(resource, end));
    misuses.commit(kind, idOf(end), typeOf(resource, end), explained);
    return explained;
  }

  private void report(
      Misuse kind, Object resource, Quarantine.@Nullable End end, String explained) {
    misuses.report(kind, idOf(end), typeOf(resource, end), explained);
  }

  private static long idOf(Quarantine.@Nullable End end) {
    return end == null ? 0 : end.entry().id;
  }

  private static Class<?> typeOf(Object resource, Quarantine.@Nullable End end) {
    return end == null ? resource.getClass() : end.entry().typeOf(resource);
  }
}

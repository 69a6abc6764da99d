package dev.rollcall.internal.live;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A small bounded memory of what was unregistered lately, so that a double release can be
 * explained. One slot for each of {@value #SLOTS} hashes; the latest wins. After Linux's {@code
 * ref_tracker}.
 */
public final class Quarantine {
  /**
   * The end of a resource: who unregistered it, when by {@link CoarseClock}, and where if sites of
   * releases are kept.
   */
  public record End(Entry entry, String thread, int time, @Nullable Trace trace) {}

  private static final int SLOTS = 1024;

  private final AtomicReferenceArray<@Nullable End> slots = new AtomicReferenceArray<>(SLOTS);

  public void add(Object resource, End end) {
    slots.setRelease(slot(resource), end);
  }

  /** How the life of this resource ended; null if it is not known or no longer. */
  public @Nullable End of(Object resource) {
    End end = slots.getAcquire(slot(resource));
    return end != null && end.entry.refersTo(resource) ? end : null;
  }

  private static int slot(Object resource) {
    return System.identityHashCode(resource) & (SLOTS - 1);
  }
}

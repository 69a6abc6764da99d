package dev.rollcall.internal.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A small bounded memory of what was unregistered lately, so that a double release can be
 * explained. One slot for each of {@value #SLOTS} hashes; the latest wins. After Linux's {@code
 * ref_tracker}.
 */
public final class Quarantine {
  /** Where something was done: a {@link Trace}, or what it has been resolved to. */
  public interface Place {
    /** Its frames, innermost first. */
    List<StackTraceElement> site();
  }

  /**
   * The end of a resource: who unregistered it, when by {@link CoarseClock}, and where if sites of
   * releases are kept.
   */
  public record End(Entry entry, String thread, int time, @Nullable Place place) {
    private boolean holdsTrace() {
      return entry.holdsTrace() || place instanceof Trace;
    }

    /** The same without a trace; null if the resource is gone, so that nobody can ask. */
    private @Nullable End withoutTrace() {
      Object resource = entry.get();
      if (resource == null) {
        return null;
      }
      List<StackTraceElement> site = place == null ? null : place.site();
      return new End(entry.bare(resource), thread, time, site == null ? null : () -> site);
    }
  }

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

  /**
   * Lets go of the traces of what ended before a time by {@link CoarseClock}. The entries keep
   * theirs, for a check that began before they ended.
   */
  public void forgetTraces(int before) {
    for (int slot = 0; slot < SLOTS; slot++) {
      End end = slots.getAcquire(slot);
      if (end != null && end.time < before && end.holdsTrace()) {
        slots.compareAndSet(slot, end, end.withoutTrace());
      }
    }
  }

  private static int slot(Object resource) {
    return System.identityHashCode(resource) & (SLOTS - 1);
  }
}

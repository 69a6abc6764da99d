package dev.rollcall.internal.live;

import dev.rollcall.SiteMode;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.event.EventDoor;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sites of a checker's registrations. A trace is captured at each registration and held
 * unresolved, at most {@code max} at a time; it is resolved only when somebody asks, and then kept
 * once for all registrations of a type at that place.
 */
public final class Sites {
  private record Key(String type, List<StackTraceElement> frames) {}

  private final SiteMode mode;
  private final int max;
  private final AtomicInteger held = new AtomicInteger();
  private final ConcurrentHashMap<Key, KnownSite> interned = new ConcurrentHashMap<>();

  /** The frames of the shared sites: there are many more ways through a program than places. */
  private final ConcurrentHashMap<StackTraceElement, StackTraceElement> places =
      new ConcurrentHashMap<>();

  public Sites(SiteMode mode, int max) {
    this.mode = mode;
    this.max = max;
  }

  /**
   * Whether the caller is to take a trace: it is wanted, and not too many are held. The caller
   * takes it itself, because every frame in between would cost a part of what the trace costs.
   */
  public boolean wanted() {
    if (mode == SiteMode.NEVER
        || (mode == SiteMode.RECORDED && EventDoor.registerStacksRecorded())) {
      return false;
    }
    if (held.incrementAndGet() > max) {
      held.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Takes back that a trace is held: there was no memory for it. */
  public void notTaken() {
    held.decrementAndGet();
  }

  /** Whether none is held, as far as the calling thread sees. */
  public boolean isEmpty() {
    return held.get() == 0;
  }

  /** Whether the site of an unregistration is kept too. */
  public boolean ofReleases() {
    return mode == SiteMode.BOTH;
  }

  /** Gives back what an entry that leaves the map held. */
  public void release(Entry entry) {
    Detail detail = entry.detail();
    if (detail != null && detail.giveBack()) {
      held.decrementAndGet();
    }
  }

  /**
   * The site of an entry; null when it is not known. Two threads may resolve it, to equal values.
   */
  public @Nullable KnownSite of(Entry entry) {
    Detail detail = entry.detail();
    if (detail == null) {
      return null;
    }
    Object site = detail.site();
    if (site instanceof Trace trace) {
      List<StackTraceElement> frames = trace.site();
      KnownSite shared = intern(entry.type.name, frames);
      KnownSite resolved = shared != null ? shared : site(entry.type.name, frames);
      detail.resolved(resolved);
      if (shared != null) {
        release(entry);
      }
      return resolved;
    }
    return (KnownSite) site;
  }

  /** The shared site; null if too many are shared, so that this one counts as long as it lives. */
  private @Nullable KnownSite intern(String type, List<StackTraceElement> frames) {
    KnownSite known = interned.get(new Key(type, frames));
    if (known != null || interned.size() >= max) {
      return known;
    }
    List<StackTraceElement> shared = frames.stream().map(this::place).toList();
    return interned.computeIfAbsent(new Key(type, shared), unknown -> site(type, shared));
  }

  private StackTraceElement place(StackTraceElement frame) {
    StackTraceElement known = places.putIfAbsent(frame, frame);
    return known != null ? known : frame;
  }

  private static KnownSite site(String type, List<StackTraceElement> frames) {
    return new KnownSite(frames, Fingerprint.of(type, frames));
  }
}

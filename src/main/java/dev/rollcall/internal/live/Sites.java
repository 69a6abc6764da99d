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
      KnownSite resolved = intern(entry.type.name, trace.site());
      detail.resolved(resolved);
      if (detail.giveBack()) {
        held.decrementAndGet();
      }
      return resolved;
    }
    return (KnownSite) site;
  }

  private KnownSite intern(String type, List<StackTraceElement> frames) {
    Key key = new Key(type, frames);
    KnownSite known = interned.get(key);
    if (known != null) {
      return known;
    }
    KnownSite site = new KnownSite(frames, Fingerprint.of(type, frames));
    if (interned.size() >= max) {
      return site;
    }
    KnownSite raced = interned.putIfAbsent(key, site);
    return raced != null ? raced : site;
  }
}

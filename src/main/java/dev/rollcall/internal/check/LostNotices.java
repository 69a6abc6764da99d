package dev.rollcall.internal.check;

import dev.rollcall.common.Printable;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices of resources that were collected without being unregistered: one warning for each new
 * group, at most one a second, until the final check. A notice, never a verdict.
 */
public final class LostNotices {
  private static final int MAX_GROUPS = 1_000;
  private static final long PERIOD_NANOS = 1_000_000_000;

  private final ActiveChecker checker;
  private final Set<String> groups = ConcurrentHashMap.newKeySet();
  private long lastWarning = System.nanoTime() - PERIOD_NANOS;

  public LostNotices(ActiveChecker checker) {
    this.checker = checker;
  }

  /** Called by the watching thread only. */
  public void found(Entry entry) {
    if (entry.isIgnored() || entry.hasEnded() || checker.isFinal()) {
      return;
    }
    KnownSite site = checker.sites.of(entry);
    if (EventDoor.isOpen()) {
      CheckEvents.lost(
          checker.id, entry.id, entry.type.type(), site == null ? null : site.fingerprint());
    }
    String group = site == null ? entry.type.unknownSite : site.fingerprint();
    if (System.nanoTime() - lastWarning < PERIOD_NANOS
        || groups.size() >= MAX_GROUPS
        || !groups.add(group)) {
      return;
    }
    lastWarning = System.nanoTime();
    String at =
        site == null || site.frames().isEmpty()
            ? ""
            : ", registered at " + Printable.of(site.frames().get(0).toString());
    Log.warn(
        String.format(
            "Rollcall: %s 0x%x was garbage-collected without being released%s (group %s)",
            Printable.of(entry.type.name), entry.id, at, Printable.of(group)));
  }
}

package dev.rollcall.internal.check;

import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import dev.rollcall.internal.outside.Log;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Notices of resources that were collected without being unregistered: one warning for each new
 * group, at most one a second, until the final check. A notice, never a verdict.
 */
final class LostNotices {
  private static final int MAX_GROUPS = 1_000;
  private static final long PERIOD_NANOS = 1_000_000_000;

  private final int checkerId;
  private final BooleanSupplier ended;
  private final Set<String> groups = ConcurrentHashMap.newKeySet();
  private long lastWarning = System.nanoTime() - PERIOD_NANOS;

  /** {@code ended} says whether the final check has been made. */
  LostNotices(int checkerId, BooleanSupplier ended) {
    this.checkerId = checkerId;
    this.ended = ended;
  }

  /** Called by the watching thread only. */
  void found(Entry entry) {
    if (entry.isIgnored() || entry.hasEnded() || ended.getAsBoolean()) {
      return;
    }
    KnownSite site = entry.site();
    if (EventDoor.isOpen()) {
      CheckEvents.lost(
          checkerId, entry.id, entry.type.type(), site == null ? null : site.fingerprint());
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
    Log.notice(
        String.format(
            "Rollcall: %s %s was collected before it was released%s (group %s)",
            Printable.of(entry.type.name), Words.id(entry.id), at, Printable.of(group)));
  }
}

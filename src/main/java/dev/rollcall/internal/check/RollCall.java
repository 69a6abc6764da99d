package dev.rollcall.internal.check;

import dev.rollcall.LeakReport;
import dev.rollcall.RefCounted;
import dev.rollcall.common.Trigger;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.CheckEvents.Totals;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.live.CountsReferences;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One leak check: whoever still answers has leaked. The result is built before any event is
 * committed, and no lock is held.
 */
public final class RollCall {
  private static final AtomicInteger CHECK_IDS = new AtomicInteger();

  private RollCall() {}

  public static LeakReport of(State state, Trigger trigger) {
    boolean record = EventDoor.isOpen();
    CheckEvents.Check event = record ? CheckEvents.beginCheck() : null;
    int checkId = CHECK_IDS.incrementAndGet();
    long now = System.currentTimeMillis();
    state.beforeCheck.run();
    long unregistered = state.types.unregistered();
    List<Entry> all = state.live.all();
    List<Entry> leaked = all.stream().filter(entry -> !entry.isIgnored()).toList();
    long ignored = (long) all.size() - leaked.size();
    Groups groups = new Groups();
    Leaked.of(leaked)
        .forEach(
            (entry, root) -> {
              KnownSite site = entry.site();
              boolean lost = entry.isLost();
              long refCount = refCount(entry);
              groups.add(entry, root, site, now, lost, refCount);
              if (record) {
                CheckEvents.leak(checkId, resource(state.id, entry, site, now, lost, refCount));
              }
            });
    long registered = state.types.registered();
    long live = groups.leaked() + ignored;
    if (event != null) {
      event.end(
          state.id, checkId, trigger.word(), new Totals(registered, unregistered, live, ignored));
    }
    return new LeakReport(
        state.id,
        checkId,
        Instant.ofEpochMilli(now),
        registered,
        unregistered,
        ignored,
        groups.leaked(),
        state.misuses.count(),
        groups.sitesKnown(),
        groups.sorted());
  }

  /** What an event says of an entry. */
  public static CheckEvents.Resource resource(
      int checkerId, Entry entry, @Nullable KnownSite site, long now, boolean lost, long refCount) {
    return new CheckEvents.Resource(
        checkerId,
        entry.id,
        entry.type.type(),
        refCount,
        Math.max(0, now - entry.registeredAt()),
        lost,
        site == null ? null : site.fingerprint(),
        entry.ownerId());
  }

  /** The count now if the resource tells, else the last one recorded, else -1. */
  public static long refCount(Entry entry) {
    Object resource = entry.get();
    if (resource instanceof RefCounted counted) {
      return counted.refCount();
    }
    return resource instanceof CountsReferences counts
        ? counts.references()
        : entry.recordedCount();
  }
}

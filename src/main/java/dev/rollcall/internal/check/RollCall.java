package dev.rollcall.internal.check;

import dev.rollcall.LeakGroup;
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
    boolean record = EventDoor.isOpen() && !state.isRehearsal();
    CheckEvents.Check event = record ? CheckEvents.beginCheck() : null;
    int checkId = state.isRehearsal() ? 0 : nextId();
    long now = System.currentTimeMillis();
    state.beforeCheck.run();
    long unregistered = state.types.unregistered();
    long unfollowedEnded = state.types.unfollowedEnded();
    List<Entry> all = state.live.all();
    List<Entry> leaked = all.stream().filter(entry -> !entry.isIgnored()).toList();
    long ignored = (long) all.size() - leaked.size();
    Groups groups = new Groups();
    Held held = new Held();
    Leaked.of(leaked)
        .forEach(
            (entry, root) -> {
              held.add(entry);
              KnownSite site = entry.site();
              boolean lost = entry.isLost();
              long refCount = refCount(entry);
              groups.add(entry, root, site, now, lost, refCount);
              if (record) {
                CheckEvents.leak(checkId, resource(state.id, entry, site, now, lost, refCount));
              }
            });
    long registered = state.types.registered();
    long unfollowed = state.types.unfollowed();
    long live = groups.leaked() + ignored;
    if (event != null) {
      event.end(
          state.id,
          checkId,
          trigger.word(),
          new Totals(registered, unregistered, live, ignored, unfollowed, unfollowedEnded));
    }
    LeakReport report =
        new LeakReport(
            state.id,
            checkId,
            Instant.ofEpochMilli(now),
            registered,
            unregistered,
            ignored,
            groups.leaked(),
            state.misuses.count(),
            groups.sitesKnown(),
            groups.sorted(),
            state.byCollector.all());
    state.checked(report, held);
    return report;
  }

  /** The groups that a check would find now, the largest first; it is none, and tells nobody. */
  public static List<LeakGroup> preview(State state) {
    long now = System.currentTimeMillis();
    state.beforeCheck.run();
    Groups groups = new Groups();
    Leaked.of(state.live.all().stream().filter(entry -> !entry.isIgnored()).toList())
        .forEach(
            (entry, root) ->
                groups.add(entry, root, entry.site(), now, entry.isLost(), refCount(entry)));
    return groups.sorted();
  }

  /** A number for a check. */
  public static int nextId() {
    return CHECK_IDS.incrementAndGet();
  }

  /**
   * Commits the check of a test: what has leaked of its own, and no other resource. The checks of
   * several checkers for one test have one number.
   */
  public static void commit(State state, int checkId, String test, List<Entry> leaked) {
    if (!EventDoor.isOpen()) {
      return;
    }
    CheckEvents.Check event = CheckEvents.beginCheck();
    long now = System.currentTimeMillis();
    long unregistered = state.types.unregistered();
    long unfollowedEnded = state.types.unfollowedEnded();
    List<Entry> all = state.live.all();
    for (Entry entry : leaked) {
      CheckEvents.leak(
          checkId, resource(state.id, entry, entry.site(), now, entry.isLost(), refCount(entry)));
    }
    long ignored = all.stream().filter(Entry::isIgnored).count();
    long registered = state.types.registered();
    event.end(
        state.id,
        checkId,
        Trigger.TEST.word(),
        new Totals(
            registered,
            unregistered,
            all.size(),
            ignored,
            state.types.unfollowed(),
            unfollowedEnded),
        test,
        leaked.size());
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
        entry.ownerId(),
        entry.bytes(),
        entry.isFollowed());
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

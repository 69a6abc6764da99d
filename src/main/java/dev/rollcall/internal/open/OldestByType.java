package dev.rollcall.internal.open;

import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.LiveMap;
import dev.rollcall.internal.live.TypeCount;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The oldest live resource of each type, without looking at all of them each time: of each type the
 * first few are remembered, and as long as one of them lives it is the oldest, for what comes later
 * is younger. Only when all have ended the live map is looked through again, and no sooner than
 * {@value #REST} times as long as that took the last time: at most a hundredth of one processor.
 *
 * <p>Takes no lock for which anybody waits, so it may be asked under JFR's.
 */
public final class OldestByType {
  /** How many of a type are remembered. */
  static final int KEPT = 8;

  private static final int REST = 100;

  private final LiveMap live;
  private final LongSupplier nanoTime;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Map<TypeCount, Seen> seen = Map.of();
  private long restUntil;
  private int looks;

  /** Nothing seen yet. */
  public OldestByType(LiveMap live) {
    this(live, System::nanoTime);
  }

  OldestByType(LiveMap live, LongSupplier nanoTime) {
    this.live = live;
    this.nanoTime = nanoTime;
    this.restUntil = nanoTime.getAsLong();
  }

  /**
   * What a look saw of a type. Holds entries weakly: one that has left the live map may know
   * classes.
   */
  private record Seen(long registered, List<WeakReference<Entry>> first) {
    @Nullable Entry oldest() {
      for (WeakReference<Entry> reference : first) {
        Entry entry = reference.get();
        if (entry != null && !entry.hasEnded() && !entry.isIgnored()) {
          return entry;
        }
      }
      return null;
    }

    /** Whether another look would find none, either. */
    boolean isNone(TypeCount type) {
      return first.isEmpty() && registered == type.registered.sum();
    }
  }

  /** Looks through the live map if that is needed for one of these types, and it is time. */
  public void refresh(Collection<TypeCount> types) {
    if (!isNeeded(types) || !looking.tryLock()) {
      return;
    }
    try {
      long start = nanoTime.getAsLong();
      if (start - restUntil >= 0) {
        look(types);
        long end = nanoTime.getAsLong();
        restUntil = end + REST * (end - start);
      }
    } finally {
      looking.unlock();
    }
  }

  private boolean isNeeded(Collection<TypeCount> types) {
    Map<TypeCount, Seen> known = seen;
    for (TypeCount type : types) {
      Seen of = known.get(type);
      if (isLive(type) && (of == null || (of.oldest() == null && !of.isNone(type)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLive(TypeCount type) {
    long unregistered = type.unregistered.sum();
    return type.registered.sum() > unregistered;
  }

  private void look(Collection<TypeCount> types) {
    Map<TypeCount, Long> registered = new HashMap<>();
    for (TypeCount type : types) {
      registered.put(type, type.registered.sum());
    }
    Map<TypeCount, @Nullable Entry[]> first = live.firstOfTypes(KEPT);
    Map<TypeCount, Seen> now = new HashMap<>();
    for (Map.Entry<TypeCount, Long> type : registered.entrySet()) {
      List<WeakReference<Entry>> entries = new ArrayList<>(KEPT);
      @Nullable Entry[] found = first.get(type.getKey());
      for (int i = 0; found != null && i < KEPT; i++) {
        Entry entry = found[i];
        if (entry != null) {
          entries.add(new WeakReference<>(entry));
        }
      }
      now.put(type.getKey(), new Seen(type.getValue(), entries));
    }
    seen = now;
    looks++;
  }

  /** How often the live map was looked through. */
  int looks() {
    return looks;
  }

  /**
   * The age of the oldest live resource of a type that is not ignored, in milliseconds; -1 where
   * there is none, or it is not known right now.
   */
  public long ageMillis(TypeCount type, long now) {
    Seen of = seen.get(type);
    Entry oldest = of == null ? null : of.oldest();
    return oldest == null ? -1 : Math.max(0, now - oldest.registeredAt());
  }
}

package dev.rollcall.internal.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One table of the live map: open addressing with linear probing, hashes beside the entries so that
 * a probe touches no entry it does not want, and deletion that closes the gap (Knuth, The Art of
 * Computer Programming 3, 6.4, algorithm R), so that churn leaves nothing behind.
 *
 * <p>A table grows by a quarter, to between a half and two thirds full. It has no nodes: an entry
 * costs its slot, 12 to 16 bytes.
 *
 * <p>The flag is its lock. Most hold it for some tens of nanoseconds, far less than the JVM needs
 * to have a thread wait for a monitor and to wake it. A thread cannot take it twice.
 */
final class Stripe extends AtomicBoolean {
  private static final long serialVersionUID = 1;

  private static final int SMALLEST = 8;

  /** Set in the hash beside an entry that was not looked at yet; the hashes themselves are even. */
  private static final int NEW = 1;

  /**
   * How often a waiting thread looks before it lets others run, among them whoever has the lock.
   */
  private static final int SPINS = 200;

  /** How often it lets others run before it lets those run, too, that are less urgent. */
  private static final int YIELDS = 200;

  private static final long NAP_NANOS = 100_000;

  /** What each has before its first entry: never written to, as it is full. */
  private static final int[] NO_HASHES = new int[1];

  private static final @Nullable Entry[] NO_ENTRIES = new @Nullable Entry[1];

  private transient int[] hashes = NO_HASHES;
  private transient @Nullable Entry[] entries = NO_ENTRIES;
  private transient int size;

  private void lock() {
    if (!compareAndSet(false, true)) {
      await();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // correct without it; so it is over sooner
  private void await() {
    int tries = 0;
    while (getOpaque() || !compareAndSet(false, true)) {
      if (tries < SPINS) {
        Thread.onSpinWait();
      } else if (tries < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(NAP_NANOS);
      }
      tries++;
    }
  }

  private void unlock() {
    setRelease(false);
  }

  @Nullable Entry putIfAbsent(Object resource, int hash, Entry entry) {
    lock();
    try {
      int slot = find(resource, hash);
      Entry present = entries[slot];
      if (present != null) {
        return present;
      }
      if (size >= entries.length - (entries.length + 2) / 3) {
        grow();
        slot = find(resource, hash);
      }
      hashes[slot] = hash | NEW;
      entries[slot] = entry;
      size++;
      return null;
    } finally {
      unlock();
    }
  }

  @Nullable Entry get(Object resource, int hash) {
    lock();
    try {
      return entries[find(resource, hash)];
    } finally {
      unlock();
    }
  }

  @Nullable Entry remove(Object resource, int hash) {
    lock();
    try {
      int slot = find(resource, hash);
      Entry removed = entries[slot];
      if (removed != null) {
        close(slot);
        size--;
      }
      return removed;
    } finally {
      unlock();
    }
  }

  /** Removes an entry of a type whose resource the collector has cleared, and who had this hash. */
  @Nullable Entry removeCleared(int hash, TypeCount type) {
    lock();
    try {
      int marked = hash | NEW;
      int slot = home(hash, entries.length);
      Entry entry;
      while ((entry = entries[slot]) != null
          && !((hashes[slot] | NEW) == marked && entry.type == type && entry.isLost())) {
        slot = next(slot);
      }
      if (entry != null) {
        close(slot);
        size--;
      }
      return entry;
    } finally {
      unlock();
    }
  }

  void addTo(List<Entry> all) {
    lock();
    try {
      for (Entry entry : entries) {
        if (entry != null) {
          all.add(entry);
        }
      }
    } finally {
      unlock();
    }
  }

  /**
   * Looks at the entries that were added since the last look, and at those that it has put off. The
   * others are not touched: to read a million of scattered entries takes a tenth of a second.
   *
   * @param isDone whether an entry is done with; false puts it off. May not wait or throw
   */
  void look(Predicate<Entry> isDone) {
    lock();
    try {
      for (int i = 0; i < hashes.length; i++) {
        if ((hashes[i] & NEW) != 0) {
          Entry entry = entries[i];
          if (entry == null || isDone.test(entry)) {
            hashes[i] &= ~NEW;
          }
        }
      }
    } finally {
      unlock();
    }
  }

  boolean anyMatch(Predicate<Entry> such) {
    lock();
    try {
      for (Entry entry : entries) {
        if (entry != null && such.test(entry)) {
          return true;
        }
      }
      return false;
    } finally {
      unlock();
    }
  }

  /** The slot of a resource, or the free one where it belongs. */
  private int find(Object resource, int hash) {
    int slot = home(hash, entries.length);
    int marked = hash | NEW;
    Entry entry;
    while ((entry = entries[slot]) != null
        && !((hashes[slot] | NEW) == marked && entry.refersTo(resource))) {
      slot = next(slot);
    }
    return slot;
  }

  /** Frees a slot and moves up each later entry of the run that may not stand behind a free one. */
  private void close(int freed) {
    int free = freed;
    int slot = next(free);
    Entry entry;
    while ((entry = entries[slot]) != null) {
      int home = home(hashes[slot], entries.length);
      if (distance(home, slot) >= distance(free, slot)) {
        entries[free] = entry;
        hashes[free] = hashes[slot];
        free = slot;
      }
      slot = next(slot);
    }
    entries[free] = null;
  }

  /**
   * Builds the larger table before it is put in place, so that running out of memory loses nothing.
   */
  private void grow() {
    int length = Math.max(SMALLEST, entries.length + entries.length / 4);
    int[] newHashes = new int[length];
    @Nullable Entry[] newEntries = new @Nullable Entry[length];
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] != null) {
        int slot = home(hashes[i], length);
        while (newEntries[slot] != null) {
          slot = slot + 1 == length ? 0 : slot + 1;
        }
        newEntries[slot] = entries[i];
        newHashes[slot] = hashes[i];
      }
    }
    hashes = newHashes;
    entries = newEntries;
  }

  /** Maps a hash to a slot of a table whose length is no power of two (Lemire's fast range). */
  private static int home(int hash, int length) {
    return (int) (((hash & 0xffff_fffeL) * length) >>> 32); // wherever NEW is set or not
  }

  private int next(int slot) {
    return slot + 1 == entries.length ? 0 : slot + 1;
  }

  private int distance(int from, int to) {
    return to >= from ? to - from : to - from + entries.length;
  }
}

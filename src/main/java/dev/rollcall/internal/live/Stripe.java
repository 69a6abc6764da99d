package dev.rollcall.internal.live;

import java.util.List;
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
 * <p>It is its own lock, a monitor: the JVM frees that wherever the stack runs out.
 */
final class Stripe {
  private static final int SMALLEST = 8;

  /** Set in the hash beside an entry that was not looked at yet; the hashes themselves are even. */
  private static final int NEW = 1;

  /** What each has before its first entry: never written to, as it is full. */
  private static final int[] NO_HASHES = new int[1];

  private static final @Nullable Entry[] NO_ENTRIES = new @Nullable Entry[1];

  private int[] hashes = NO_HASHES;
  private @Nullable Entry[] entries = NO_ENTRIES;
  private int size;

  synchronized @Nullable Entry putIfAbsent(Object resource, int hash, Entry entry) {
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
  }

  synchronized @Nullable Entry get(Object resource, int hash) {
    return entries[find(resource, hash)];
  }

  synchronized @Nullable Entry remove(Object resource, int hash) {
    int slot = find(resource, hash);
    Entry removed = entries[slot];
    if (removed != null) {
      close(slot);
      size--;
    }
    return removed;
  }

  /** Removes an entry of a type whose resource the collector has cleared, and who had this hash. */
  synchronized @Nullable Entry removeCleared(int hash, TypeCount type) {
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
  }

  synchronized void addTo(List<Entry> all) {
    for (Entry entry : entries) {
      if (entry != null) {
        all.add(entry);
      }
    }
  }

  /**
   * Looks at the entries that were added since the last look, and at those that it has put off. The
   * others are not touched: to read a million of scattered entries takes a tenth of a second.
   *
   * @param isDone whether an entry is done with; false puts it off. May not wait or throw
   */
  synchronized void look(Predicate<Entry> isDone) {
    for (int i = 0; i < hashes.length; i++) {
      if ((hashes[i] & NEW) != 0) {
        Entry entry = entries[i];
        if (entry == null || isDone.test(entry)) {
          hashes[i] &= ~NEW;
        }
      }
    }
  }

  synchronized boolean anyMatch(Predicate<Entry> such) {
    for (Entry entry : entries) {
      if (entry != null && such.test(entry)) {
        return true;
      }
    }
    return false;
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

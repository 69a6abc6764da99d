package dev.rollcall.internal.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The resources that are registered and not yet unregistered, by identity. Holds them weakly; an
 * entry leaves only by {@link #remove}.
 *
 * <p>Identity hashes are spread over stripes, each a table of its own under a lock of its own that
 * is held for a few instructions, while nothing is called that could throw or wait. What a thread
 * did before it added an entry happens before another thread finds it, through the stripe's lock.
 */
public final class LiveMap {
  private static final int STRIPE_BITS = 8;
  private static final int STRIPE_SHIFT = Integer.SIZE - STRIPE_BITS;

  /** Spreads a hash over the whole word: 2^32 divided by the golden ratio (Knuth). */
  private static final int SPREAD = 0x9E3779B9;

  private final Stripe[] stripes = new Stripe[1 << STRIPE_BITS];

  public LiveMap() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** Adds an entry for a resource unless it has one; returns the one it has. */
  public @Nullable Entry putIfAbsent(Object resource, Entry entry) {
    int hash = hash(resource);
    return stripe(hash).putIfAbsent(resource, hash << STRIPE_BITS, entry);
  }

  public @Nullable Entry remove(Object resource) {
    int hash = hash(resource);
    return stripe(hash).remove(resource, hash << STRIPE_BITS);
  }

  /**
   * Removes the entry of a resource that a finalizer has at hand: the JVM clears weak references
   * before it finalizes, so that only hash and type still tell whose it is.
   */
  public @Nullable Entry removeFinalized(Object resource, TypeCount type) {
    int hash = hash(resource);
    return stripe(hash).removeCleared(hash << STRIPE_BITS, type);
  }

  public @Nullable Entry get(Object resource) {
    int hash = hash(resource);
    return stripe(hash).get(resource, hash << STRIPE_BITS);
  }

  /** How many parts there are to {@link #addTo}. */
  public int parts() {
    return stripes.length;
  }

  /** Adds the entries of a part of the map to a list, so that a look can be taken in parts. */
  public void addTo(List<Entry> some, int part) {
    stripes[part].addTo(some);
  }

  /** The entries, in no order; while others come and go, each of those may be in or not. */
  public List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    for (Stripe stripe : stripes) {
      stripe.addTo(all);
    }
    return all;
  }

  /**
   * The entry that was registered first, of those that are not ignored; null when there is none.
   */
  public @Nullable Entry oldest() {
    Entry oldest = null;
    List<Entry> some = new ArrayList<>();
    for (Stripe stripe : stripes) {
      some.clear();
      stripe.addTo(some);
      for (Entry entry : some) {
        if ((oldest == null || entry.isBefore(oldest)) && !entry.isIgnored()) {
          oldest = entry;
        }
      }
    }
    return oldest;
  }

  /**
   * Of each type the entries that were registered first, of those that are not ignored: the first
   * of all first, and nulls where there are fewer than {@code atMost}.
   */
  public Map<TypeCount, @Nullable Entry[]> firstOfTypes(int atMost) {
    Map<TypeCount, @Nullable Entry[]> first = new HashMap<>();
    List<Entry> some = new ArrayList<>();
    for (Stripe stripe : stripes) {
      some.clear();
      stripe.addTo(some);
      for (Entry entry : some) {
        if (!entry.isIgnored()) {
          @Nullable Entry[] known = first.get(entry.type);
          if (known == null) {
            known = new @Nullable Entry[atMost];
            first.put(entry.type, known);
          }
          insert(known, entry);
        }
      }
    }
    return first;
  }

  /**
   * Puts an entry in its place in an array that is full of younger ones, or of nulls at its end.
   */
  private static void insert(@Nullable Entry[] first, Entry entry) {
    int at = first.length;
    while (at > 0 && isYounger(first[at - 1], entry)) {
      if (at < first.length) {
        first[at] = first[at - 1];
      }
      at--;
    }
    if (at < first.length) {
      first[at] = entry;
    }
  }

  private static boolean isYounger(@Nullable Entry one, Entry other) {
    return one == null || other.isBefore(one);
  }

  /** Whether one of the entries is such; allocates nothing. The question may not wait or throw. */
  public boolean anyMatch(Predicate<Entry> such) {
    for (Stripe stripe : stripes) {
      if (stripe.anyMatch(such)) {
        return true;
      }
    }
    return false;
  }

  /** Looks at the entries that are new; see {@link Stripe#look}. */
  public void look(Predicate<Entry> isDone) {
    for (Stripe stripe : stripes) {
      stripe.look(isDone);
    }
  }

  private Stripe stripe(int hash) {
    return stripes[hash >>> STRIPE_SHIFT];
  }

  private static int hash(Object resource) {
    return System.identityHashCode(resource) * SPREAD;
  }
}

package dev.rollcall.agent.hook;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of objects, by identity, for as long as they are there. Calls no method of theirs.
 * For use by several threads.
 */
public final class WeakIdentityMap<V> {
  private final ConcurrentHashMap<Key, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, @Nullable ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    /** A key whose object was collected equals itself alone, which is how it is removed. */
    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key key && key.refersTo(mine);
    }
  }

  /** What is known of an object; null if nothing is. */
  public @Nullable V get(Object object) {
    return values.get(new Key(object, null));
  }

  /** What is known of an object, which is from now on this if nothing was. */
  public V putIfAbsent(Object object, V value) {
    V known = get(object);
    if (known != null) {
      return known;
    }
    forgetCollected();
    V raced = values.putIfAbsent(new Key(object, collected), value);
    return raced == null ? value : raced;
  }

  void put(Object object, V value) {
    forgetCollected();
    values.put(new Key(object, collected), value);
  }

  private void forgetCollected() {
    for (Object key = collected.poll(); key != null; key = collected.poll()) {
      values.remove(key);
    }
  }
}

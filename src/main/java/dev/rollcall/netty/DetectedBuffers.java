package dev.rollcall.netty;

import io.netty.buffer.ByteBuf;
import io.netty.util.IllegalReferenceCountException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in place of each buffer that Netty has its detector track. Compares buffers by
 * identity, and keeps neither them nor their resources alive.
 */
final class DetectedBuffers {
  private static final Map<Key, WeakReference<DetectedResource<?>>> OPEN =
      new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  private DetectedBuffers() {}

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object buffer, @Nullable ReferenceQueue<Object> queue) {
      super(buffer, queue);
      hash = System.identityHashCode(buffer);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @SuppressWarnings("ReferenceEquality") // the contents of buffers say nothing
    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object buffer = get();
      return buffer != null && other instanceof Key key && key.get() == buffer;
    }
  }

  /** Takes a buffer that is being tracked from now on; its object may have been another before. */
  static void add(Object buffer, DetectedResource<?> resource) {
    for (Object dead = COLLECTED.poll(); dead != null; dead = COLLECTED.poll()) {
      OPEN.remove(dead);
    }
    OPEN.put(new Key(buffer, COLLECTED), new WeakReference<>(resource));
  }

  /** Drops a buffer, unless its object is another already. */
  static void remove(Object buffer, DetectedResource<?> resource) {
    Key key = new Key(buffer, null);
    WeakReference<DetectedResource<?>> present = OPEN.get(key);
    if (present != null && present.refersTo(resource)) {
      OPEN.remove(key, present);
    }
  }

  /** What is registered in place of a buffer, or of the one that it is a view of; null if none. */
  static @Nullable DetectedResource<?> find(ByteBuf view) {
    try {
      for (ByteBuf buf = view; buf != null; buf = buf.unwrap()) {
        WeakReference<DetectedResource<?>> present = OPEN.get(new Key(buf, null));
        DetectedResource<?> resource = present == null ? null : present.get();
        if (resource != null) {
          return resource;
        }
      }
    } catch (IllegalReferenceCountException released) {
      return null; // by another thread
    }
    return null;
  }

  /** Has each composite look at its components. */
  static void look() {
    for (WeakReference<DetectedResource<?>> present : OPEN.values()) {
      DetectedResource<?> resource = present.get();
      if (resource != null) {
        resource.look();
      }
    }
  }
}

package dev.rollcall.bench.peer;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** An identity map under one lock: what gVisor's checker does, in Java. */
public class LockedMap extends Lifecycle {
  /** Guarded by this. */
  private final IdentityHashMap<Object, Object> map = new IdentityHashMap<>();

  @Override
  protected synchronized @Nullable Object enter(Resource resource) {
    map.put(resource, true);
    return null;
  }

  @Override
  protected synchronized void leave(Resource resource, @Nullable Object token) {
    map.remove(resource);
  }
}

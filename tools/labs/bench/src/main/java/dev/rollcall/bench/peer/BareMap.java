package dev.rollcall.bench.peer;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The least that a complete checker has to do: put into a concurrent map, and remove. */
public class BareMap extends Lifecycle {
  private final ConcurrentHashMap<Identity, Object> map = new ConcurrentHashMap<>();

  @Override
  protected @Nullable Object enter(Resource resource) {
    map.put(new Identity(resource), true);
    return null;
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    map.remove(new Identity(resource));
  }
}

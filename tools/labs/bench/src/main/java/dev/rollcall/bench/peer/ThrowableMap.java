package dev.rollcall.bench.peer;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The least that a checker with sites has to do: a concurrent map that holds stack traces. */
public class ThrowableMap extends Lifecycle {
  private final ConcurrentHashMap<Identity, Throwable> map = new ConcurrentHashMap<>();

  @Override
  protected @Nullable Object enter(Resource resource) {
    map.put(new Identity(resource), new Throwable());
    return null;
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    map.remove(new Identity(resource));
  }
}

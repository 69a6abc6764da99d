package dev.rollcall.bench.peer;

import org.jspecify.annotations.Nullable;

/** Keeps track of nothing: the cost of the measurement itself. */
public class Nothing extends Lifecycle {
  @Override
  protected @Nullable Object enter(Resource resource) {
    return null;
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {}
}

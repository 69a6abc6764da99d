package dev.rollcall.bench.peer;

import dev.rollcall.LeakChecker;
import org.jspecify.annotations.Nullable;

/** The global checker, in the mode that the fork's properties give it. */
public class Rollcall extends Lifecycle {
  @Override
  protected @Nullable Object enter(Resource resource) {
    LeakChecker.global().register(resource);
    return null;
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    LeakChecker.global().unregister(resource);
  }
}

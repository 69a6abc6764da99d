package dev.rollcall.bench.peer;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import org.jspecify.annotations.Nullable;

/** A checker of its own, which the compiler cannot treat as a constant; without sites. */
public class RollcallInstance extends Lifecycle {
  private final LeakChecker checker =
      LeakChecker.builder().mode(LeakMode.WARN).sites(SiteMode.NEVER).build();

  @Override
  protected @Nullable Object enter(Resource resource) {
    checker.register(resource);
    return null;
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    checker.unregister(resource);
  }
}

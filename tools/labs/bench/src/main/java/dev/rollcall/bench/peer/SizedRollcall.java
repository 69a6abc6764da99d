package dev.rollcall.bench.peer;

import dev.rollcall.LeakChecker;
import org.jspecify.annotations.Nullable;

/** The global checker, which is told how many bytes each resource holds. */
public class SizedRollcall extends Rollcall {
  private static final long BYTES = 4_096;

  @Override
  protected @Nullable Object enter(Resource resource) {
    LeakChecker.global().register(resource, null, null, BYTES);
    return null;
  }
}

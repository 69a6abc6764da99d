package dev.rollcall.bench.peer;

import dev.rollcall.LeakChecker;
import org.jspecify.annotations.Nullable;

/** As {@link RecordedRollcall}, with the bytes of each resource. */
public class RecordedSizedRollcall extends RecordedRollcall {
  private static final long BYTES = 4_096;

  @Override
  protected @Nullable Object enter(Resource resource) {
    LeakChecker.global().register(resource, null, null, BYTES);
    return null;
  }
}

package dev.rollcall.bench.peer;

import dev.rollcall.LeakChecker;
import org.jspecify.annotations.Nullable;

/** The global checker while a recording takes its events; each life has one touch. */
public class TouchedRollcall extends RecordedRollcall {
  @Override
  protected @Nullable Object enter(Resource resource) {
    super.enter(resource);
    LeakChecker.global().touch(resource, "handed over");
    return null;
  }
}

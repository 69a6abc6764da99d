package dev.rollcall.bench.peer;

import io.netty.util.ResourceLeakTracker;
import org.jspecify.annotations.Nullable;

/** Netty's sampling detector; each life has one record of who had the resource. */
public class NettyRecords extends NettyDetector {
  @Override
  protected @Nullable Object enter(Resource resource) {
    Object tracker = super.enter(resource);
    if (tracker != null) {
      ((ResourceLeakTracker<?>) tracker).record("handed over");
    }
    return tracker;
  }
}

package dev.rollcall.bench.peer;

import io.netty.util.LeakPresenceDetector;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import org.jspecify.annotations.Nullable;

/**
 * Netty's deterministic detector. It counts, and knows which resource is live only when the fork's
 * property tells it to keep the stack of each creation.
 */
public class NettyPresence extends Lifecycle {
  /** Makes the detector keep stacks. */
  public static final String STACKS =
      "-Dio.netty.util.LeakPresenceDetector.trackCreationStack=true";

  private final ResourceLeakDetector<Resource> detector =
      new LeakPresenceDetector<>(Resource.class);

  @Override
  protected @Nullable Object enter(Resource resource) {
    return detector.track(resource);
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    if (token != null) {
      @SuppressWarnings("unchecked") // from enter
      ResourceLeakTracker<Resource> tracker = (ResourceLeakTracker<Resource>) token;
      tracker.close(resource);
    }
  }
}

package dev.rollcall.bench.peer;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import io.netty.util.ResourceLeakTracker;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;

/** Netty's sampling detector: {@code SIMPLE} tracks about one resource in 128, PARANOID all. */
public class NettyDetector extends Lifecycle {
  /** The detector's level. */
  @Param({"PARANOID", "SIMPLE"})
  public ResourceLeakDetector.Level level = ResourceLeakDetector.Level.PARANOID;

  private final ResourceLeakDetector<Resource> detector =
      ResourceLeakDetectorFactory.instance().newResourceLeakDetector(Resource.class);

  @Override
  protected void prepare() {
    ResourceLeakDetector.setLevel(level);
  }

  /** The tracker; null for a resource that is not sampled. */
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

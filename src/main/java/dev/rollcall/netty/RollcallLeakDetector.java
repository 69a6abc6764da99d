package dev.rollcall.netty;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.exit.NettyHook;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import io.netty.util.internal.SystemPropertyUtil;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts Rollcall's global checker in the place of Netty's leak detector, with no code: {@code
 * -Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector}, from Netty 4.2.6
 * on. Registers what Netty asks a detector to track: buffers of every allocator (not the heap
 * buffers of {@code UnpooledByteBufAllocator}), TLS engines and contexts, timers. Where the checker
 * is off, nothing is tracked.
 *
 * <p>It knows what Netty tells it, of the slices and duplicates that Netty counts by themselves,
 * too. A retained slice or duplicate of an unpooled buffer shows in the buffer's count and as a
 * release later, but not as a retain; {@link TrackedAllocator} sees those as well. What Netty
 * declares to be made in a static initialiser is ignored, as wanted for ever.
 *
 * @param <T> what is tracked
 */
@SuppressWarnings("exports")
public final class RollcallLeakDetector<T> extends ResourceLeakDetector<T> {
  private static final String REFERENCES_ONLY = "io.netty.leakDetection.acquireAndReleaseOnly";

  /** Whether retained slices and duplicates are told of like other accesses. */
  private static final boolean EVERY_ACCESS;

  static {
    // Netty reads it with its first buffer. A history has references and notes, not every access.
    if (System.getProperty(REFERENCES_ONLY) == null) {
      System.setProperty(REFERENCES_ONLY, "true");
    }
    EVERY_ACCESS = !SystemPropertyUtil.getBoolean(REFERENCES_ONLY, false);
  }

  private final @Nullable ActiveChecker checker;
  private final Predicate<T> constants;

  /** Whether Netty lets a detector decide what it is told of, as it does from 4.2.7 on. */
  private volatile boolean asked;

  /** Called by Netty. */
  public RollcallLeakDetector(Class<?> resourceType, int samplingInterval) {
    super(resourceType, samplingInterval);
    checker = LeakChecker.global() instanceof ActiveChecker active ? active : null;
    constants = StaticResources.of(resourceType);
    Detection.begin();
    NettyHook.made();
    if (checker != null) {
      checker.beforeChecks("netty", DetectedBuffers::look);
    }
  }

  /** Called by Netty. */
  public RollcallLeakDetector(Class<?> resourceType, int samplingInterval, long maxActive) {
    this(resourceType, samplingInterval);
  }

  @Override
  public @Nullable ResourceLeakTracker<T> track(T resource) {
    if (checker == null) {
      return null;
    }
    DetectedResource<T> detected = DetectedResource.register(checker, resource);
    if (constants.test(resource)) {
      checker.ignore(detected);
    }
    return detected;
  }

  @Override
  public ResourceLeakTracker<T> trackForcibly(T view) {
    boolean told = asked || getLevel().compareTo(Level.ADVANCED) >= 0;
    return DetectedView.of(view, told && !EVERY_ACCESS);
  }

  @Override
  public boolean isRecordEnabled() {
    asked = true;
    return checker != null;
  }
}

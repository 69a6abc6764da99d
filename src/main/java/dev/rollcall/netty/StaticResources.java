package dev.rollcall.netty;

import io.netty.util.LeakPresenceDetector;
import io.netty.util.ResourceLeakTracker;
import java.util.function.Predicate;

/** Which resources Netty makes in static initialisers, to keep for ever. */
final class StaticResources {
  private static final StackWalker STACK = StackWalker.getInstance();

  private StaticResources() {}

  /** Tells, of a resource that Netty is having tracked, whether it is a constant. */
  static <T> Predicate<T> of(Class<?> resourceType) {
    try {
      return new Declared<>(resourceType);
    } catch (NoClassDefFoundError older) { // Netty 4.2.6 declares nothing
      return resource -> isInStaticInitializer();
    }
  }

  private static boolean isInStaticInitializer() {
    return STACK.walk(
        frames ->
            frames.anyMatch(
                frame ->
                    frame.getMethodName().equals("<clinit>")
                        && frame.getClassName().startsWith("io.netty.")));
  }

  /** Asks Netty's own detector of presence, the only one that is told. */
  private static final class Declared<T> implements Predicate<T> {
    private final LeakPresenceDetector<T> detector;

    Declared(Class<?> resourceType) {
      detector = new LeakPresenceDetector<>(resourceType);
    }

    @Override
    public boolean test(T resource) {
      ResourceLeakTracker<T> tracker = detector.track(resource);
      if (tracker == null) {
        return true;
      }
      tracker.close(resource);
      return false;
    }
  }
}

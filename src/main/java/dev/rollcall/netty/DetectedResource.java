package dev.rollcall.netty;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.util.ReferenceCounted;
import io.netty.util.ResourceLeakHint;
import io.netty.util.ResourceLeakTracker;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in place of a resource that Netty has its detector track; true once it is
 * closed.
 *
 * @param <T> what is tracked
 */
final class DetectedResource<T> extends AtomicBoolean implements ResourceLeakTracker<T> {
  private static final long serialVersionUID = 1;

  private final transient ActiveChecker checker;
  private final transient @Nullable ReferenceCounted counted;

  private DetectedResource(ActiveChecker checker, T resource) {
    this.checker = checker;
    this.counted = resource instanceof ReferenceCounted counts ? counts : null;
  }

  /** Registers a resource under its own class, and a buffer as {@link BufferReference} does. */
  static <T> DetectedResource<T> register(ActiveChecker checker, T resource) {
    DetectedResource<T> detected = new DetectedResource<>(checker, resource);
    checker.register(detected, typeOf(resource), null);
    return detected;
  }

  private static Class<?> typeOf(Object resource) {
    return resource instanceof CompositeByteBuf
        ? CompositeByteBuf.class
        : resource instanceof ByteBuf ? ByteBuf.class : resource.getClass();
  }

  /** Netty says that it is about to do something, but not what. */
  @Override
  public void record() {
    if (get()) {
      refused(Access.current());
    } else if (counted != null
        && (checker.follows(StepKind.RETAIN) || checker.follows(StepKind.RELEASE))) {
      step(Access.current(), counted.refCnt());
    }
  }

  private void step(Access access, int count) {
    switch (access) {
      case RETAIN -> checker.retained(this, count + 1);
      case RELEASE -> checker.released(this, Math.max(0, count - 1));
      case OTHER -> {}
    }
  }

  private void refused(Access access) {
    switch (access) {
      case RETAIN ->
          checker.retainedAfterDestroy(this, "the resource was retained after its last release");
      case RELEASE ->
          checker.overReleased(this, "the resource was released again after its last release");
      case OTHER -> {}
    }
  }

  @Override
  public void record(Object hint) {
    if (checker.follows(StepKind.TOUCH)) {
      checker.touch(
          this,
          hint instanceof ResourceLeakHint named ? named.toHintString() : String.valueOf(hint));
    }
  }

  @Override
  public boolean close(T resource) {
    boolean closes = compareAndSet(false, true);
    if (closes) {
      checker.unregister(this);
    }
    return closes;
  }
}

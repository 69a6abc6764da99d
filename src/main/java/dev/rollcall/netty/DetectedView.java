package dev.rollcall.netty;

import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCounted;
import io.netty.util.ResourceLeakTracker;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A slice or duplicate that Netty counts by itself. It holds one reference to the buffer it is of
 * and gives it back at its end, through that buffer's own tracker, so there is nothing to register;
 * what happens to it until then are steps of the buffer's life.
 *
 * @param <T> what is tracked
 */
final class DetectedView<T> extends AtomicBoolean implements ResourceLeakTracker<T> {
  private static final long serialVersionUID = 1;

  private final transient @Nullable DetectedResource<?> buffer;
  private final transient @Nullable ReferenceCounted counted;

  private DetectedView(T view) {
    buffer = view instanceof ByteBuf buf ? DetectedBuffers.find(buf) : null;
    counted = view instanceof ReferenceCounted counts ? counts : null;
  }

  /** Follows a view that was just made; {@code tell}: whether its buffer's tracker was not told. */
  static <T> DetectedView<T> of(T view, boolean tell) {
    DetectedView<T> detected = new DetectedView<>(view);
    if (detected.buffer != null) {
      detected.buffer.viewed(tell);
    }
    return detected;
  }

  @Override
  public void record() {
    if (buffer != null && counted != null) {
      buffer.recordOf(counted, get());
    }
  }

  @Override
  public void record(Object hint) {
    if (buffer != null) {
      buffer.record(hint);
    }
  }

  @Override
  public boolean close(T view) {
    boolean closes = compareAndSet(false, true);
    if (closes && buffer != null) {
      buffer.viewEnded();
    }
    return closes;
  }
}

package dev.rollcall.netty;

import io.netty.util.ResourceLeakTracker;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A slice or duplicate that Netty counts by itself. It holds one reference to the buffer it is of
 * and gives it back at its end, through that buffer's own tracker, so there is nothing to register.
 *
 * @param <T> what is tracked
 */
final class DetectedView<T> extends AtomicBoolean implements ResourceLeakTracker<T> {
  private static final long serialVersionUID = 1;

  @Override
  public void record() {}

  @Override
  public void record(Object hint) {}

  @Override
  public boolean close(T view) {
    return compareAndSet(false, true);
  }
}

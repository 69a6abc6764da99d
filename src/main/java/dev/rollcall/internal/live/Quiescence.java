package dev.rollcall.internal.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Waits for the last of some resources to leave the live map. */
public final class Quiescence {
  /** Bounds what a missed signal costs. */
  private static final long SLICE_NANOS = 50_000_000;

  private final AtomicInteger waiters = new AtomicInteger();

  /**
   * Whether in time nothing remained of what {@code remains} looks for in the live map. A waiter
   * announces itself before it looks at the map, an unregistering thread takes its entry away
   * before it looks for waiters; so one of them sees the other.
   */
  public boolean await(Duration atMost, BooleanSupplier remains) throws InterruptedException {
    long budget = TimeUnit.NANOSECONDS.convert(atMost); // where it is for ever: very long
    long start = System.nanoTime();
    waiters.incrementAndGet();
    try {
      synchronized (this) {
        while (remains.getAsBoolean()) {
          long left = budget - (System.nanoTime() - start);
          if (left <= 0) {
            return false;
          }
          long slice = Math.min(left, SLICE_NANOS);
          wait(slice / 1_000_000, (int) (slice % 1_000_000));
        }
        return true;
      }
    } finally {
      waiters.decrementAndGet();
    }
  }

  public void unregistered() {
    if (waiters.get() > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }
}

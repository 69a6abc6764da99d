package dev.rollcall.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for the last resource to leave the live map. */
final class Quiescence {
  /** Bounds what a missed signal costs. */
  private static final long SLICE_NANOS = 50_000_000;

  private final ActiveChecker checker;
  private final AtomicInteger waiters = new AtomicInteger();

  Quiescence(ActiveChecker checker) {
    this.checker = checker;
  }

  /**
   * Whether everything but the ignored was unregistered in time. A waiter announces itself before
   * it looks at the map, an unregistering thread takes its entry away before it looks for waiters;
   * so one of them sees the other.
   */
  boolean await(Duration atMost) throws InterruptedException {
    long budget = TimeUnit.NANOSECONDS.convert(atMost); // where it is for ever: very long
    long start = System.nanoTime();
    waiters.incrementAndGet();
    try {
      synchronized (this) {
        while (checker.hasLeaks()) {
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

  void unregistered() {
    if (waiters.get() > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }
}

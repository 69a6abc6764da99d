package dev.rollcall.ends.program;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Uses up something that a JVM has a limit of, to the last, and keeps it. */
final class Exhausted {
  private static final List<Object> KEPT = new ArrayList<>(200_000);
  private static Object @Nullable [] chain;

  private Exhausted() {}

  /** The heap, down to what the smallest array takes. */
  static void heap() {
    for (int size = 1 << 20; size > 0; size /= 2) {
      fillHeap(size);
    }
  }

  private static void fillHeap(int size) {
    try {
      while (true) {
        Object[] next = new Object[size];
        next[0] = chain;
        chain = next;
      }
    } catch (OutOfMemoryError wanted) {
      // Full, at this size.
    }
  }

  /** The heap, once; the error is not caught, and what filled it is garbage then. */
  static void heapThrown() {
    Object @Nullable [] filling = null;
    while (true) {
      Object[] next = new Object[1 << 20];
      next[0] = filling;
      filling = next;
    }
  }

  /** The memory for classes, down to the smallest class. */
  static void metaspace() {
    Classes classes = new Classes(Exhausted.class.getClassLoader());
    for (int size = 60_000; size > 0; size /= 2) {
      try {
        while (true) {
          KEPT.add(classes.define(size));
        }
      } catch (OutOfMemoryError wanted) {
        // Full, at this size.
      }
    }
  }

  /** The memory outside the heap. */
  static void direct() {
    try {
      while (true) {
        KEPT.add(ByteBuffer.allocateDirect(1 << 16));
      }
    } catch (OutOfMemoryError wanted) {
      // Full.
    }
  }

  /** The threads that the process may have. */
  static void threads() {
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (true) {
        Thread thread = new Thread(() -> await(never), "one of many");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (OutOfMemoryError wanted) {
      // No more.
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

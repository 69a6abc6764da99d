package dev.rollcall.soak;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Platform threads, and virtual ones where the JDK has them: from 21 on. */
final class Threads {
  private static final int POOLED = 4;

  private Threads() {}

  static boolean haveVirtual() {
    return Runtime.version().feature() >= 21;
  }

  /** A pool of platform threads. */
  static ExecutorService pool() {
    return Executors.newFixedThreadPool(POOLED);
  }

  /** A virtual thread for each task. */
  static ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no virtual threads", e);
    }
  }

  /** Makes virtual threads. */
  static ThreadFactory virtualFactory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no virtual threads", e);
    }
  }
}

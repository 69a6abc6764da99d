package dev.rollcall.internal.exit;

import dev.rollcall.LeakChecker;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program whose first use of the checker is not in the application's thread group, and whose
 * shutdown hook takes its time to release. Argument: {@code group} or {@code virtual}.
 */
final class FirstUseProgram {
  private static final int LATE_MILLIS = 700;

  private FirstUseProgram() {}

  public static void main(String... arguments) throws Exception {
    Object resource = new Object();
    Thread first = start(arguments[0], () -> LeakChecker.global().register(resource));
    first.join();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  pause();
                  LeakChecker.global().unregister(resource);
                }));
  }

  private static Thread start(String where, Runnable use) throws Exception {
    if (where.equals("virtual")) { // by name: not in 17
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, use);
    }
    ThreadGroup main = Thread.currentThread().getThreadGroup();
    Thread thread = new Thread(new ThreadGroup(main.getParent(), "beside main"), use);
    thread.start();
    return thread;
  }

  private static void pause() {
    try {
      boolean unused = new CountDownLatch(1).await(LATE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

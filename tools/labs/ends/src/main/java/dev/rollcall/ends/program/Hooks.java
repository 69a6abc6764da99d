package dev.rollcall.ends.program;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Shutdown hooks of the program. */
final class Hooks {
  private Hooks() {}

  static void add(String name, Runnable action) {
    Runtime.getRuntime().addShutdownHook(new Thread(action, name));
  }

  /** One that releases a resource, late. */
  static void releasing(int millis) {
    Released resource = new Released();
    add(
        "releasing",
        () -> {
          pause(millis);
          resource.close();
        });
  }

  /** One that uses new resources, and forgets one. */
  static void registering(List<Object> kept) {
    add(
        "registering",
        () -> {
          new Released().close();
          kept.add(new Leaked());
        });
  }

  /** Two that wait for each other for ever. */
  static void deadlocked() {
    Object one = new Object();
    Object other = new Object();
    CyclicBarrier both = new CyclicBarrier(2);
    add("deadlocked 1", () -> lock(one, other, both));
    add("deadlocked 2", () -> lock(other, one, both));
  }

  private static void lock(Object first, Object second, CyclicBarrier both) {
    synchronized (first) {
      try {
        both.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      synchronized (second) {
        throw new AssertionError("there was no deadlock");
      }
    }
  }

  /** Work that takes its time, such as a connection that is drained. */
  private static void pause(int millis) {
    try {
      boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

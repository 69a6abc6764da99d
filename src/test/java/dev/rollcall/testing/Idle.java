package dev.rollcall.testing;

import com.sun.management.ThreadMXBean;
import dev.rollcall.LeakChecker;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A program that uses the checker and says what that cost: threads, hooks and memory. */
public final class Idle {
  private static final int CALLS = 100_000;

  private Idle() {}

  /** A resource with a counter of its own. */
  private static final class Connection {}

  /** Uses everything, then prints what there is. */
  public static void main(String... arguments) throws Exception {
    LeakChecker checker = LeakChecker.global();
    Connection connection = new Connection();
    Buffer buffer = new Buffer(checker);
    use(checker, connection, buffer);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    long idle = threads.getThreadAllocatedBytes(thread) - before;
    long start = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      use(checker, connection, buffer);
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - start - idle;
    buffer.release();
    checker.awaitQuiescence(Duration.ZERO);
    System.out.println("clean " + checker.check().isClean() + checker.finalCheck().isClean());
    System.out.println("allocated " + allocated);
    for (Thread running : Thread.getAllStackTraces().keySet()) {
      System.out.println("thread " + running.getName());
    }
    hooks().forEach(hook -> System.out.println("hook " + hook.getName()));
  }

  private static void use(LeakChecker checker, Connection connection, Buffer buffer) {
    checker.register(connection, "a description");
    checker.isRegistered(connection);
    checker.retained(connection, 2);
    checker.touch(connection, "a note");
    checker.released(connection, 1);
    checker.ignore(connection);
    checker.unregister(connection);
    buffer.retain();
    buffer.tryRetain();
    buffer.touch("a note");
    buffer.release();
    buffer.release();
  }

  /** A copy, made under the lock of the class: others add hooks, and take them away again. */
  @SuppressWarnings("unchecked")
  private static Set<Thread> hooks() throws ReflectiveOperationException {
    Class<?> owner = Class.forName("java.lang.ApplicationShutdownHooks");
    Field hooks = owner.getDeclaredField("hooks");
    hooks.setAccessible(true);
    synchronized (owner) {
      return Set.copyOf(((Map<Thread, Thread>) hooks.get(null)).keySet());
    }
  }
}

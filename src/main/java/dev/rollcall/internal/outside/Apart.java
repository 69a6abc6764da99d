package dev.rollcall.internal.outside;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does things apart from the program that happens to be the first to use a checker: what outlives
 * the call keeps none of the caller's class loaders. A new thread would, by its context class
 * loader, its thread group and, before JDK 24, the protection domains of all that called; so would
 * a listener that JFR calls back with the rights of whoever added it.
 */
public final class Apart {
  private static final boolean DOMAINS_ARE_KEPT = Runtime.version().feature() < 24;

  private Apart() {}

  /** A thread of the system's group that inherits nothing; not yet started. */
  public static Thread thread(String name, Runnable task) {
    return thread(group -> new Thread(group, task, name, 0, false));
  }

  /** A thread that is made for a group, which is the system's. */
  public static <T extends Thread> T thread(Function<ThreadGroup, T> maker) {
    ThreadGroup system = systemGroup();
    AtomicReference<@Nullable T> made = new AtomicReference<>();
    run(() -> made.set(maker.apply(system)));
    T thread = Objects.requireNonNull(made.get());
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return thread;
  }

  /** The thread group that all others are in. */
  public static ThreadGroup systemGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** Runs a task that leaves something behind for others to keep. */
  @SuppressWarnings("removal") // until 24 there is no other way
  public static void run(Runnable task) {
    if (DOMAINS_ARE_KEPT) {
      AccessController.doPrivileged(
          (PrivilegedAction<Boolean>)
              () -> {
                task.run();
                return true;
              });
    } else {
      task.run();
    }
  }
}

package dev.rollcall.internal.exit;

import dev.rollcall.internal.check.State;
import dev.rollcall.internal.outside.Apart;
import dev.rollcall.internal.outside.Shutdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's shutdown hooks from other threads, which the JDK does not: a hook's
 * thread is started only when the shutdown begins, so a live thread that was not there before is a
 * hook or its helper. One that was started after the last look and before the shutdown is taken for
 * a hook: that costs waiting, never a wrong report.
 */
class ShutdownThreads {
  /** Nothing may happen for so long before the roll is called. */
  private static final long QUIET_NANOS = 100_000_000;

  private static final long POLL_NANOS = 10_000_000;

  /** How many threads the rehearsal looks at. */
  static final int FEW = 2;

  private static final String EXITING = "java.lang.ApplicationShutdownHooks";
  private static final String JFR_HOOK = "JFR Shutdown Hook";

  /**
   * How the names of Surefire's own threads begin; its last one waits 30 s before it ends a fork.
   */
  private static final String SUREFIRE = "surefire-forkedjvm-";

  private final ThreadGroup main = mainGroup();
  private final Set<Thread> before = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * One that looks at a few threads only: while their stacks are read, all threads stand still, and
   * of some thousands that takes a second.
   */
  static ShutdownThreads rehearsal() {
    return new ShutdownThreads() {
      @Override
      List<Thread> threads() {
        List<Thread> all = super.threads();
        return all.subList(0, Math.min(FEW, all.size()));
      }

      @Override
      Map<Thread, StackTraceElement[]> stacks() {
        Map<Thread, StackTraceElement[]> stacks = new HashMap<>();
        threads().forEach(thread -> stacks.put(thread, thread.getStackTrace()));
        return stacks;
      }
    };
  }

  /** The application's threads. */
  List<Thread> threads() {
    return threads(main);
  }

  /** The stacks of all threads. */
  Map<Thread, StackTraceElement[]> stacks() {
    return Thread.getAllStackTraces();
  }

  /** Notes the threads there are, unless the shutdown has begun meanwhile. */
  synchronized boolean look() {
    List<Thread> threads = threads();
    if (Shutdown.hasBegun()) {
      return false;
    }
    before.addAll(threads);
    return true;
  }

  /**
   * Waits until the hooks have ended and nothing has been unregistered for a moment, or nothing is
   * live any more.
   */
  void awaitQuiet(State state, Duration atMost) {
    long start = System.nanoTime();
    long quietSince = start;
    long unregistered = state.types.unregistered();
    while (state.hasLeaks() && System.nanoTime() - start < TimeUnit.NANOSECONDS.convert(atMost)) {
      long released = state.types.unregistered();
      if (released != unregistered || !allHooksStarted() || !newcomers(true).isEmpty()) {
        quietSince = System.nanoTime();
        unregistered = released;
      } else if (System.nanoTime() - quietSince >= QUIET_NANOS) {
        return;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /**
   * Waits until JFR has written its files, which it may not have begun, and whoever waited for the
   * check is done with JFR.
   */
  void awaitRecordings(Set<Thread> waiting, Duration atMost) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.NANOSECONDS.convert(atMost)
        && (!allHooksStarted() || isWriting() || isAnyInsideJfr(waiting))) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static boolean isWriting() {
    for (Thread thread : threads(Apart.systemGroup())) {
      if (thread.getName().equals(JFR_HOOK)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnyInsideJfr(Set<Thread> threads) {
    for (Thread thread : threads) {
      if (isInsideJfr(thread)) {
        return true;
      }
    }
    return false;
  }

  /** Waits until every hook but ours has ended. */
  void awaitEnd(Duration atMost) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.NANOSECONDS.convert(atMost)
        && !newcomers(false).isEmpty()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Those that wait for us inside JFR are left out where waiting for them would be a deadlock. */
  private synchronized List<Thread> newcomers(boolean exceptInsideJfr) {
    List<Thread> newcomers = new ArrayList<>();
    for (Thread thread : threads()) {
      String name = thread.getName();
      if (!before.contains(thread)
          && thread != Thread.currentThread()
          && !name.equals(JFR_HOOK)
          && !name.equals("DestroyJavaVM")
          && !name.startsWith(SUREFIRE)
          && !isOn(thread.getStackTrace(), EXITING)
          && !(exceptInsideJfr && isInsideJfr(thread))) {
        newcomers.add(thread);
      }
    }
    return newcomers;
  }

  /** The exiting thread starts every hook, and only then joins them. */
  private boolean allHooksStarted() {
    for (Map.Entry<Thread, StackTraceElement[]> stack : stacks().entrySet()) {
      if (isOn(stack.getValue(), EXITING)) {
        return isOn(stack.getValue(), "java.lang.Thread", "join");
      }
    }
    return false;
  }

  /** Whether a thread runs code of JFR's, or code that JFR has called, perhaps under its lock. */
  static boolean isInsideJfr(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("jdk.jfr."));
  }

  /** As {@link #isInsideJfr(Thread)} of the caller, whom it costs no exception in a recording. */
  static boolean isInsideJfr() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("jdk.jfr.")));
  }

  private static boolean isOn(StackTraceElement[] stack, String className) {
    return isOn(stack, className, null);
  }

  private static boolean isOn(
      StackTraceElement[] stack, String className, @Nullable String method) {
    return Arrays.stream(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals(className)
                    && (method == null || frame.getMethodName().equals(method)));
  }

  private static List<Thread> threads(ThreadGroup group) {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int found = group.enumerate(threads);
    while (found == threads.length) {
      threads = new Thread[2 * threads.length];
      found = group.enumerate(threads);
    }
    return Arrays.asList(threads).subList(0, found);
  }

  /**
   * The group that the JVM has made for the application. Whoever is the first to use a checker may
   * be in another: a virtual thread is, and a plug-in may have its own.
   */
  private static ThreadGroup mainGroup() {
    ThreadGroup system = Apart.systemGroup();
    ThreadGroup[] groups = new ThreadGroup[system.activeGroupCount() + 16];
    int found = system.enumerate(groups, false);
    return Arrays.stream(groups, 0, found)
        .filter(group -> group.getName().equals("main"))
        .findFirst()
        .orElse(system);
  }
}

package dev.rollcall.internal.exit;

import dev.rollcall.internal.outside.Apart;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Memory set aside for the end of a process whose heap is full: two parts, because a JVM without
 * memory starts no shutdown hook at all, and does not wait for one.
 *
 * <ul>
 *   <li>The first is for the JVM. The main thread holds it while it lives, and gives it back when
 *       it dies of an {@code OutOfMemoryError}.
 *   <li>The second is for the check. It is given back when the JVM starts the hook, and so is the
 *       first, where it was not needed.
 *   <li>Where the watching thread finds no memory for a while, the second is given back, for a JVM
 *       that is told to exit. Not the first: the program may still be asking for memory, and take
 *       what it gets. It is set aside again when there is plenty.
 * </ul>
 *
 * <p>What is given back is also looked for at once. Where a collector has taken nearly all of the
 * time, it may refuse what is asked for while it looks, whatever it finds, as G1 of JDK 25 does;
 * and for what its end needs, the JVM asks once only.
 *
 * <p>Each is one array, as large as a region of G1 or larger: that collector hands out whole
 * regions, which it makes as large as a 2048th of the heap, but 1 to 32 MB.
 */
final class Reserve {
  private static final int MIN = 1 << 20;
  private static final int MAX = 32 << 20;

  /** What an array takes beside its elements, at most. */
  private static final int HEADER = 64;

  /** Memory is set aside again only where it is so small a part of what is left. */
  private static final int PLENTY = 16;

  /** How often memory that was given back is asked for. */
  private static final int ATTEMPTS = 3;

  private static final int LITTLE = 1024;

  private static final ThreadLocal<Part> OF_MAIN = new ThreadLocal<>();

  /** Memory that can be given back by whoever knows of it. */
  private static final class Part {
    @SuppressWarnings("UnusedVariable") // only the collector asks for it
    volatile byte @Nullable [] memory = new byte[size()];
  }

  /** The end of the main thread, which then does what it would have done without this. */
  private final class EndOfMain implements UncaughtExceptionHandler {
    private final UncaughtExceptionHandler before;

    EndOfMain(UncaughtExceptionHandler before) {
      this.before = before;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      releaseFirst();
      before.uncaughtException(thread, failure);
    }
  }

  private WeakReference<@Nullable Part> first = new WeakReference<>(null);
  private @Nullable Part second;

  @SuppressWarnings("UnusedVariable") // so that it is really asked for
  private volatile byte @Nullable [] asked;

  /** Sets the memory aside, if it can be had; the first part only in the main thread. */
  synchronized void hold() {
    try {
      Thread thread = Thread.currentThread();
      if (thread.getName().equals("main")) {
        Part part = new Part();
        OF_MAIN.set(part);
        first = new WeakReference<>(part);
        if (thread.getClass() == Thread.class) { // another class may do anything when it is asked
          thread.setUncaughtExceptionHandler(new EndOfMain(thread.getUncaughtExceptionHandler()));
        }
        endThread();
      }
      second = new Part();
    } catch (OutOfMemoryError spent) {
      release();
    }
  }

  /**
   * Does once what a thread does last, for which the JDK loads a class: else the main thread, where
   * it cannot, keeps its part.
   */
  private static void endThread() {
    Thread thread = Apart.thread("rollcall-rehearsal", () -> new ThreadLocal<>().set(""));
    thread.setDaemon(true);
    thread.start();
  }

  /** Gives the memory to whoever asks first. */
  synchronized void release() {
    second = null;
    releaseFirst();
  }

  /** Gives the JVM what it needs to begin its end, and keeps the rest for that end. */
  synchronized void releaseSecond() {
    second = null;
    find();
  }

  private synchronized void releaseFirst() {
    Part part = first.get();
    if (part != null) {
      part.memory = null;
    }
    find();
  }

  /** Has the collector find what was given back, and leaves it to others. */
  private void find() {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        asked = new byte[LITTLE];
        asked = null;
        return;
      } catch (OutOfMemoryError refused) {
        // The next attempt may have what this one has found.
      }
    }
  }

  /** Sets memory aside again, if it was given back and there is plenty. */
  synchronized void renew() {
    if (second != null) {
      return;
    }
    Runtime runtime = Runtime.getRuntime();
    long left = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    if (left / PLENTY < size()) {
      return;
    }
    try {
      Part part = first.get();
      if (part != null && part.memory == null) {
        part.memory = new byte[size()];
      }
      second = new Part();
    } catch (OutOfMemoryError spent) {
      release();
    }
  }

  synchronized boolean isHeld() {
    return second != null;
  }

  private static int size() {
    long share = Runtime.getRuntime().maxMemory() / 2048;
    return (int) Math.max(MIN, Math.min(MAX, share)) - HEADER;
  }
}

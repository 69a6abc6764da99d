package dev.rollcall.internal.exit;

import dev.rollcall.internal.outside.Apart;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Memory set aside for the end of a process whose heap is full: two parts, because a JVM without
 * memory starts no shutdown hook at all, and does not wait for one.
 *
 * <ul>
 *   <li>The first is for the JVM. The main thread holds it while it lives: when that dies of an
 *       {@code OutOfMemoryError}, the collector finds the memory as soon as the JVM asks for some.
 *   <li>The second is for the check. It is given back when the JVM starts the hook.
 *   <li>Where the watching thread finds no memory for a while, both are given back, for a JVM that
 *       is told to exit. They are set aside again when there is plenty.
 * </ul>
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

  private static final ThreadLocal<Part> OF_MAIN = new ThreadLocal<>();

  /** Memory that can be given back by whoever knows of it. */
  private static final class Part {
    @SuppressWarnings("UnusedVariable") // only the collector asks for it
    volatile byte @Nullable [] memory = new byte[size()];
  }

  private WeakReference<@Nullable Part> first = new WeakReference<>(null);
  private @Nullable Part second;

  /** Sets the memory aside, if it can be had; the first part only in the main thread. */
  synchronized void hold() {
    try {
      if (Thread.currentThread().getName().equals("main")) {
        Part part = new Part();
        OF_MAIN.set(part);
        first = new WeakReference<>(part);
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
    Part part = first.get();
    if (part != null) {
      part.memory = null;
    }
    second = null;
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
      if (part != null) {
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

package dev.rollcall.soak;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What was wrong. Safe for use by several threads. */
final class Faults {
  private static final int TOLD = 20;

  private final Queue<String> first = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();

  /** Notes a fault. */
  void add(String sentence) {
    if (count.incrementAndGet() <= TOLD) {
      first.add(sentence);
    }
  }

  /** Notes a fault unless two numbers are the same. */
  void expect(long expected, long actual, String what) {
    if (expected != actual) {
      add(what + ": " + actual + " instead of " + expected);
    }
  }

  /** Notes that a thread has ended by an exception. */
  void add(Throwable failure) {
    add(Thread.currentThread().getName() + ": " + failure);
    failure.printStackTrace();
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  /** Prints the first of them. */
  void print() {
    first.forEach(sentence -> System.out.println("soak: WRONG: " + sentence));
    if (count.get() > TOLD) {
      System.out.println("soak: and " + (count.get() - TOLD) + " more");
    }
  }
}

package dev.rollcall.mutants;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Asked by a mutated class before each execution of its call. It has returned by the time the call
 * is made, so that no stack shows it.
 */
public final class Fault {
  private static final AtomicLong EXECUTIONS = new AtomicLong();
  private static volatile Share share = Share.ALWAYS;

  private Fault() {}

  static void set(Share faulty) {
    share = faulty;
    EXECUTIONS.set(0);
  }

  /** Whether this execution is to be another one than in the source. */
  public static boolean now() {
    return share.has(EXECUTIONS.getAndIncrement());
  }

  /** Fails, as anything may that is called between a reference is taken and given up. */
  public static void pass() {
    if (now()) {
      throw new IllegalStateException("it went wrong");
    }
  }
}

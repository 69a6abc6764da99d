package dev.rollcall.mutants;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Asked by a mutated class before each execution of its call. It has returned by the time the call
 * is made, so that no stack shows it.
 */
public final class Skip {
  private static final AtomicLong EXECUTIONS = new AtomicLong();
  private static volatile Share share = Share.ALWAYS;

  private Skip() {}

  static void set(Share skipped) {
    share = skipped;
  }

  /** Whether this execution is to be skipped. */
  public static boolean now() {
    return share.has(EXECUTIONS.getAndIncrement());
  }
}

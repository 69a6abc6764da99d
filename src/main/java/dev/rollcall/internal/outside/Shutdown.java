package dev.rollcall.internal.outside;

import java.time.Duration;

/**
 * Whether the JVM is shutting down, and how long it may wait meanwhile for what is not ours. The
 * JDK tells of a shutdown only whoever tries to add a shutdown hook.
 *
 * <p>The rule: a logger, a file or a stream that does not answer is waited for as long as is left
 * of the exit wait since the shutdown was first noticed, and a second in any case.
 */
public final class Shutdown {
  private static final Thread PROBE = Apart.thread("rollcall-probe", () -> {});
  private static final Duration LEAST = Duration.ofSeconds(1);

  private static volatile Duration wait = LEAST;
  private static volatile boolean begun;
  private static volatile long begunAt;

  private Shutdown() {}

  /** Sets the exit wait. */
  public static void mayTake(Duration exitWait) {
    wait = exitWait;
  }

  /** Whether it has begun. */
  public static boolean hasBegun() {
    return begun || probe();
  }

  /** Guards the probe for a moment; nothing is called under it that could wait. */
  private static synchronized boolean probe() {
    Runtime runtime = Runtime.getRuntime();
    try {
      runtime.addShutdownHook(PROBE);
      runtime.removeShutdownHook(PROBE);
    } catch (IllegalStateException now) {
      if (!begun) {
        begunAt = System.nanoTime();
        begun = true;
      }
    }
    return begun;
  }

  /** How long to wait, from now on, for what is not ours. */
  public static Duration patience() {
    Duration left = begun ? wait.minusNanos(System.nanoTime() - begunAt) : wait;
    return left.compareTo(LEAST) > 0 ? left : LEAST;
  }
}

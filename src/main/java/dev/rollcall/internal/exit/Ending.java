package dev.rollcall.internal.exit;

import dev.rollcall.LeakMode;
import dev.rollcall.internal.check.State;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The waits of the check at exit, and the exit status. Where there is no memory for a look, it is
 * taken again until the time is up; whatever goes wrong, the status is right.
 */
final class Ending {
  private static final long POLL_NANOS = 10_000_000;

  /** How long looks at JFR and the other hooks may fail: without memory, they are at their end. */
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final State state;
  private final ShutdownThreads others;
  private final Duration grace;

  /** Asked for now, because later there may be no memory for it. */
  private final Runtime runtime = Runtime.getRuntime();

  private final Duration exitWait;
  private final long exitWaitNanos;
  private final Duration twice;
  private long begun;

  /**
   * An end that has not begun.
   *
   * @param grace how long JFR may take to write its file
   */
  Ending(State state, ShutdownThreads others, Duration exitWait, Duration grace) {
    this.state = state;
    this.others = others;
    this.grace = grace;
    this.exitWait = exitWait;
    this.twice = exitWait.multipliedBy(2);
    this.exitWaitNanos = TimeUnit.NANOSECONDS.convert(exitWait); // where it is for ever: very long
  }

  /** The end begins now. */
  void begin() {
    begun = System.nanoTime();
  }

  /** Waits for the application's hooks, if something is live. */
  void awaitQuiet() {
    while (state.hasLeaks()) {
      try {
        others.awaitQuiet(state, exitWait);
        return;
      } catch (OutOfMemoryError | LinkageError spent) {
        if (System.nanoTime() - begun >= exitWaitNanos) {
          return;
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  /** Ends the process with the status for leaks, if the settings say so. */
  void exit(Set<Thread> waiting) {
    int status = state.settings.exitCode();
    if (state.settings.mode() != LeakMode.FAIL || status == 0 || TestRunner.isPresent()) {
      return;
    }
    try {
      awaitOthers(waiting);
    } finally {
      runtime.halt(status);
    }
  }

  /** Waits for JFR's files and the other hooks. */
  void awaitOthers(Set<Thread> waiting) {
    long start = System.nanoTime();
    while (true) {
      try {
        others.awaitRecordings(waiting, grace);
        others.awaitEnd(twice.minusNanos(System.nanoTime() - begun));
        return;
      } catch (OutOfMemoryError | LinkageError spent) {
        if (System.nanoTime() - start >= PATIENCE_NANOS) {
          return;
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }
}

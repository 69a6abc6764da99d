package dev.rollcall.internal.exit;

import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.outside.Apart;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that Rollcall always has: it notes which threads the application runs, for the
 * check at exit, and which registered resources the collector has revealed as lost; and it resolves
 * {@link OldTraces}. A daemon of the system's thread group, started with the first checker that is
 * on.
 */
final class Watch {
  private static final long PERIOD_MILLIS = 200;

  /** So many looks in a row that fail mean that memory is gone for good. */
  private static final int MANY = 5;

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final ShutdownThreads THREADS = new ShutdownThreads();

  private Watch() {}

  static ShutdownThreads threads() {
    return THREADS;
  }

  static void start() {
    if (STARTED.compareAndSet(false, true)) {
      CoarseClock.tick();
      THREADS.look();
      Thread thread = Apart.thread("rollcall-watch", Watch::run);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Goes on whatever happens: a look that fails for want of memory may not be the last. */
  private static void run() {
    LockSupport.parkNanos(1); // loaded now, for when it is needed
    OldTraces oldTraces = new OldTraces();
    long looked = System.nanoTime();
    int failures = 0;
    while (true) {
      try {
        Reference<?> collected = Entry.COLLECTED.remove(PERIOD_MILLIS);
        if (collected instanceof Entry entry) {
          entry.type.collected(entry);
        }
        CoarseClock.tick();
        if (System.nanoTime() - looked >= PERIOD_MILLIS * 1_000_000) {
          looked = System.nanoTime();
          if (!THREADS.look()) {
            return;
          }
          oldTraces.resolve();
          Checkers.lookForOverdue();
          Checkers.sample(System.nanoTime() / 1_000_000);
          failures = 0;
          Provision provision = ExitCheck.provision();
          if (provision != null) {
            provision.renew();
          }
        }
      } catch (InterruptedException meantForTheApplication) {
        // Whoever interrupts all threads does not mean this one.
      } catch (Throwable failed) {
        failures++;
        if (failures == MANY) {
          giveWay();
        }
        LockSupport.parkNanos(PERIOD_MILLIS * 1_000_000);
      }
    }
  }

  private static void giveWay() {
    Provision provision = ExitCheck.provision();
    if (provision != null) {
      provision.giveWay();
    }
  }
}

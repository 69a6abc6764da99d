package dev.rollcall.internal.exit;

import dev.rollcall.internal.check.Apart;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one thread Rollcall has: it notes which threads the application runs, for the check at exit,
 * and which registered resources the collector has revealed as lost; and it resolves {@link
 * OldTraces}. A daemon of the system's thread group, started with the first checker that is on.
 */
final class Watch {
  private static final long PERIOD_MILLIS = 200;
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

  private static void run() {
    try {
      OldTraces oldTraces = new OldTraces();
      long looked = System.nanoTime();
      while (true) {
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
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}

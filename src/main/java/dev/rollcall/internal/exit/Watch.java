package dev.rollcall.internal.exit;

import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one thread Rollcall has: it notes which threads the application runs, for the check at exit,
 * and which registered resources the collector has revealed as lost. A daemon of the system's
 * thread group, started with the first checker that is on.
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
      ThreadGroup group = Thread.currentThread().getThreadGroup();
      while (group.getParent() != null) {
        group = group.getParent();
      }
      Thread thread = new Thread(group, Watch::run, "rollcall-watch", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
  }

  private static void run() {
    try {
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
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.rollcall.internal.exit;

import dev.rollcall.internal.outside.Aside;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Something that the first use of a checker sets up with others, as a listener with JFR. That takes
 * their locks and runs their code, while whoever makes the first use may hold any lock: JFR's, in a
 * callback of its, or that of a class that is being initialised. So it is done on a thread of its
 * own, once, and a checker works without it.
 *
 * <p>Who uses the checker meanwhile waits for it, so that a recording has lives from their first
 * step on: not within JFR, whose lock the thread may be waiting for, and in all no longer than
 * {@link #PATIENCE}, for the caller may hold another lock that is in its way.
 */
public final class Starting {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String threadName;
  private final Aside work;

  /** When nobody waits any longer; 0 before the first use. */
  private final AtomicLong deadline = new AtomicLong();

  private volatile boolean over;

  /** Nothing has begun. */
  public Starting(String threadName, Runnable work) {
    this.threadName = threadName;
    this.work = new Aside(work);
  }

  /**
   * Begins, if nobody has, and waits where that may be.
   *
   * @return whether nobody has to ask again: it is done, or was waited for long enough
   */
  public boolean isOver() {
    if (over) {
      return true;
    }
    if (deadline.compareAndSet(0, (System.nanoTime() + PATIENCE.toNanos()) | 1)) {
      work.start(threadName);
    }
    long left = deadline.get() - System.nanoTime();
    boolean waits = !work.isCaller() && !ShutdownThreads.isInsideJfr();
    boolean done = waits ? work.await(Duration.ofNanos(left)) : work.isDone();
    over = done || left <= 0;
    return over;
  }
}

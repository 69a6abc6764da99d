package dev.rollcall.internal.outside;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import java.util.ServiceLoader;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Warnings, through SLF4J where it has a provider, to stderr where it has none.
 *
 * <p>A logger may block, call us again or end the process. While the program runs, its own thread
 * waits for it, as for its own logging. Nobody else does: what the watching thread has to say, and
 * all that is said while the JVM shuts down, is told on a thread of its own, and at exit what is
 * not taken in time ({@link Shutdown}) goes to stderr. So never call this under a lock.
 */
public final class Log {
  private static final String LOGGER = "dev.rollcall";

  /** Not a constant: to look calls foreign code, and whoever waits for a class waits for that. */
  private static volatile @Nullable Boolean provided;

  /** What the logger did not take in time; while it is not done, nothing is waited for again. */
  private static volatile @Nullable Aside stuck;

  private Log() {}

  /** One thread at a time, which ends when there is nothing to tell. */
  private static final class Telling {
    /** A logger that keeps us waiting for so many is not told the others. */
    private static final int MAX_WAITING = 1_000;

    static final ThreadPoolExecutor THREAD =
        new ThreadPoolExecutor(
            0,
            1,
            100,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            run -> Aside.thread("rollcall-log", run),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /** One warning, one record. */
  public static void warn(String message) {
    if (!Shutdown.hasBegun()) {
      tell(message);
    } else if (!isTakenInTime(message)) {
      print(message + System.lineSeparator());
    }
  }

  /** As {@link #warn}, without waiting for the logger at any time: for the watching thread. */
  public static void notice(String message) {
    boolean unused = isQueued(() -> tell(message));
  }

  private static void tell(String message) {
    if (!accepted(message)) {
      Stderr.print(message + System.lineSeparator());
    }
  }

  /** Leaks as one warning, one record; nothing of a clean report. */
  public static void warn(LeakReport report) {
    if (!report.isClean()) {
      warn(report.toString());
    }
  }

  /** Offers a headline to SLF4J; nothing where it has no provider. */
  public static void offer(String headline) {
    boolean unused = Shutdown.hasBegun() ? isTakenInTime(headline) : accepted(headline);
  }

  /**
   * Prints to stderr; while the JVM shuts down, waits for it no longer than for a logger: a thread
   * that hangs may have the stream's lock, or nobody may read it.
   */
  public static void print(String text) {
    if (Shutdown.hasBegun()) {
      boolean unused =
          new Aside(() -> Stderr.print(text))
              .start("rollcall-stderr")
              .awaitWhole(Shutdown.patience());
    } else {
      Stderr.print(text);
    }
  }

  /**
   * Whether there is a provider and it took the message. What it throws must neither reach the
   * program, which only released a resource, nor end the thread that watches.
   */
  private static boolean accepted(String message) {
    try {
      if (isProvided()) {
        LoggerFactory.getLogger(LOGGER).warn(message);
        return true;
      }
    } catch (RuntimeException | Error e) {
      Stderr.print(
          String.format(
              "rollcall: a warning could not be logged; check the logger: %s%n",
              Printable.of(e.toString())));
    }
    return false;
  }

  /** As {@link #accepted}; false, too, if it takes longer than the end of the JVM may wait. */
  private static boolean isTakenInTime(String message) {
    Aside before = stuck;
    if (Boolean.FALSE.equals(provided) || (before != null && !before.isDone())) {
      return false;
    }
    AtomicBoolean taken = new AtomicBoolean();
    Aside telling = new Aside(() -> taken.set(accepted(message)));
    if (!isQueued(telling)) {
      return false;
    }
    if (telling.await(Shutdown.patience())) {
      return taken.get();
    }
    stuck = telling;
    return false;
  }

  /** False where there is no thread to be had. */
  private static boolean isQueued(Runnable telling) {
    try {
      Telling.THREAD.execute(telling);
      return true;
    } catch (OutOfMemoryError noThread) {
      return false;
    }
  }

  /** Looked for before SLF4J is touched, which would complain about a missing one. */
  private static boolean isProvided() {
    Boolean known = provided;
    if (known == null) {
      known =
          System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) != null
              || ServiceLoader.load(
                      SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
                  .iterator()
                  .hasNext();
      provided = known;
    }
    return known;
  }
}

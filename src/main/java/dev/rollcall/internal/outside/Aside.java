package dev.rollcall.internal.outside;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that may block or is not ours, done on a daemon thread of its own: whoever has it done
 * waits for it as long as is right, and under no lock of ours.
 */
public final class Aside implements Runnable {
  private final Runnable task;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable Thread runner;
  private volatile @Nullable OutOfMemoryError failure;

  /** Not yet started. */
  public Aside(Runnable task) {
    this.task = task;
  }

  /** Starts a thread for it; where there is none to be had, does it at once. */
  public Aside start(String threadName) {
    try {
      thread(threadName, this).start();
    } catch (OutOfMemoryError noThread) {
      run();
    }
    return this;
  }

  /** A daemon that inherits nothing of the program's. */
  static Thread thread(String name, Runnable run) {
    Thread thread =
        Apart.thread(
            name,
            () -> {
              try {
                run.run();
              } catch (OutOfMemoryError spent) {
                // There is none to say it with; the check at exit says what it can without.
              }
            });
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void run() {
    runner = Thread.currentThread();
    try {
      task.run();
    } catch (OutOfMemoryError spent) {
      failure = spent; // for whoever waits; there may be no memory to say it here
    } finally {
      runner = null;
      done.countDown();
    }
  }

  /** Whether the caller is doing it, and so must not wait for it. */
  public boolean isCaller() {
    return runner == Thread.currentThread();
  }

  /** Whether it is done. */
  public boolean isDone() {
    return done.getCount() == 0;
  }

  /**
   * As {@link #await}, for whoever can do without memory what could not be done with too little.
   *
   * @throws OutOfMemoryError if there was too little
   */
  public boolean awaitWhole(Duration atMost) {
    boolean isDone = await(atMost);
    OutOfMemoryError spent = failure;
    if (spent != null) {
      throw spent;
    }
    return isDone;
  }

  /** Waits until it is done, whatever interrupts the caller, who stays interrupted. */
  public boolean await(Duration atMost) {
    long start = System.nanoTime();
    long nanos = TimeUnit.NANOSECONDS.convert(atMost);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return done.await(nanos - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package dev.rollcall.samples;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.LeakChecked;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that overlap because each waits for the other, in its middle and at its end. */
public final class ParallelSamples {
  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  private ParallelSamples() {}

  private static void meet() throws InterruptedException, BrokenBarrierException, TimeoutException {
    BOTH.await(30, TimeUnit.SECONDS);
  }

  private static void inAThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, "helper");
    thread.start();
    thread.join();
  }

  /** Two tests of one class. */
  @LeakChecked(waitAtMost = "100ms")
  @Execution(ExecutionMode.CONCURRENT)
  public static class OwnThreads {
    @Test
    void leaks() throws Exception {
      meet();
      new Frame();
      meet();
    }

    @Test
    void clean() throws Exception {
      meet();
      new Frame().release();
      meet();
    }
  }

  /** The leaking one leaks by a thread it started, which might as well be its neighbour's. */
  @LeakChecked(waitAtMost = "100ms")
  @Execution(ExecutionMode.CONCURRENT)
  public static class StartedThreads {
    @Test
    void leaks() throws Exception {
      meet();
      inAThread(Frame::new);
      meet();
    }

    @Test
    void clean() throws Exception {
      meet();
      meet();
    }
  }

  /** With a checker of their own there is no doubt. */
  @LeakChecked(waitAtMost = "100ms")
  @Execution(ExecutionMode.CONCURRENT)
  public static class OwnCheckers {
    @Test
    void leaks(LeakChecker checker) throws Exception {
      meet();
      inAThread(() -> new Frame(checker));
      meet();
    }

    @Test
    void clean(LeakChecker checker) throws Exception {
      meet();
      inAThread(() -> new Frame(checker).release());
      meet();
    }
  }

  /** One of two classes that overlap. */
  @LeakChecked(waitAtMost = "100ms")
  @Execution(ExecutionMode.CONCURRENT)
  public static class OneClass {
    @Test
    void leaks() throws Exception {
      meet();
      inAThread(Frame::new);
      meet();
    }
  }

  /** The other. */
  @LeakChecked(waitAtMost = "100ms")
  @Execution(ExecutionMode.CONCURRENT)
  public static class OtherClass {
    @Test
    void clean() throws Exception {
      meet();
      meet();
    }
  }
}

package dev.rollcall.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.LeakChecked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a whole run leaves. */
public final class RunSamples {
  private RunSamples() {}

  /** Leaks where nobody checks. */
  public static class Unchecked {
    @Test
    void leaks() {
      new Frame();
    }
  }

  /** Leaks something else where nobody checks. */
  public static class UncheckedToo {
    @Test
    void leaks() {
      new Frame.Cached();
    }
  }

  /** Leaks, and fails for it. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Checked {
    @Test
    void leaks() {
      new Frame();
    }
  }

  /** Is checked, and registers nothing. */
  @LeakChecked
  public static class Nothing {
    @Test
    void test() {}
  }

  /** Is checked, and registers something with a checker of its own only. */
  @LeakChecked
  public static class OfItsOwn {
    @Test
    void test(LeakChecker checker) {
      new Frame(checker).release();
    }
  }

  /** Leaves to a shutdown hook what it registers. */
  public static class ReleasedAtExit {
    @Test
    void test() {
      Frame frame = new Frame();
      Runtime.getRuntime().addShutdownHook(new Thread(frame::release));
    }
  }

  /** Has something for the whole class, which outlives the recording of each test. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Fixture {
    private static final List<Frame> OF_CLASS = new ArrayList<>();

    @BeforeAll
    static void before() {
      OF_CLASS.add(new Frame.Cached());
    }

    @AfterAll
    static void after() {
      OF_CLASS.remove(0).release();
    }

    @Test
    void leaks() {
      new Frame();
    }

    @Test
    void failsByItself() {
      fail("its own");
    }
  }

  /** Two tests that run at the same time, of which one goes on when the other has been checked. */
  @LeakChecked(waitAtMost = "100ms")
  @Execution(ExecutionMode.CONCURRENT)
  public static class Overlapping {
    private static final List<Object> HELD = new CopyOnWriteArrayList<>();
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final CountDownLatch FIRST_IS_OVER = new CountDownLatch(1);

    /** Tells that a test is over, its check included. */
    public static void over(String test) {
      if (test.startsWith("endsFirst")) {
        FIRST_IS_OVER.countDown();
      }
    }

    @Test
    void endsFirst(LeakChecker checker) throws Exception {
      new Frame.Cached();
      Object own = new Object();
      HELD.add(own);
      checker.register(own);
      BOTH.await(30, TimeUnit.SECONDS);
    }

    @Test
    void endsLast() throws Exception {
      new Frame();
      BOTH.await(30, TimeUnit.SECONDS);
      assertThat(FIRST_IS_OVER.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}

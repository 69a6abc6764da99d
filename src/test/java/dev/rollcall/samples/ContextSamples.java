package dev.rollcall.samples;

import dev.rollcall.LeakChecker;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Tests that leak while another test runs; two barriers make sure that it does. */
public final class ContextSamples {
  private static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);
  private static final CyclicBarrier BOTH_HAVE_LEAKED = new CyclicBarrier(2);

  private ContextSamples() {}

  private static void await(CyclicBarrier barrier) throws Exception {
    barrier.await(30, TimeUnit.SECONDS);
  }

  /** Leaks two. */
  public static final class Left {
    static final class InLeft {}

    static final class Beside {}

    @Test
    void leaks() throws Exception {
      await(BOTH_RUN);
      for (int i = 0; i < 2; i++) {
        LeakChecker.global().register(new InLeft());
      }
      Thread beside = new Thread(() -> LeakChecker.global().register(new Beside()));
      beside.start();
      beside.join();
      await(BOTH_HAVE_LEAKED);
    }
  }

  /** Leaks one, because of an exception. */
  public static final class Right {
    static final class InRight {}

    @Test
    void throwsUp() throws Exception {
      await(BOTH_RUN);
      Assertions.assertThatThrownBy(Right::fails).hasMessage("boom");
      await(BOTH_HAVE_LEAKED);
    }

    private static void fails() {
      LeakChecker.global().register(new InRight());
      validate();
    }

    private static void validate() {
      throw new IllegalStateException("boom");
    }
  }
}

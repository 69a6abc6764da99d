package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The rehearsal, which a running program must not notice, looks at a few threads only. */
class ShutdownThreadsTest {
  @Test
  void theRehearsalReadsFewStacks() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try {
      for (int i = 0; i < 10; i++) {
        Thread thread = new Thread(() -> await(end));
        thread.setDaemon(true);
        thread.start();
      }
      ShutdownThreads rehearsal = ShutdownThreads.rehearsal();
      assertThat(rehearsal.threads()).hasSize(ShutdownThreads.FEW);
      assertThat(rehearsal.stacks()).hasSize(ShutdownThreads.FEW);
      assertThat(new ShutdownThreads().stacks()).hasSizeGreaterThan(10);
    } finally {
      end.countDown();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.rollcall.samples;

import dev.rollcall.junit.LeakChecked;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leaks of which it matters what is said next. */
public final class HintSamples {
  private HintSamples() {}

  /** One test after the other, which share a thread that was there before. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Pooled {
    private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void start() throws ExecutionException, InterruptedException {
      POOL.submit(() -> {}).get();
    }

    @AfterAll
    static void stop() {
      POOL.shutdown();
    }

    @Test
    void leaks() throws ExecutionException, InterruptedException {
      Frame unused = POOL.submit(() -> new Frame()).get();
    }
  }

  /** Leaks of one type from several sites, and of another type. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Sites {
    @Test
    void leaks() {
      once();
      for (int i = 0; i < 3; i++) {
        often();
      }
      new Frame.Cached();
    }

    private static void once() {
      new Frame();
    }

    private static void often() {
      new Frame();
    }
  }
}

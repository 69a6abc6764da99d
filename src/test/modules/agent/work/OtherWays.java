package work;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Selectors, executors, processes. */
final class OtherWays {
  private OtherWays() {}

  /** An executor of the program's own. */
  static class Pool extends ThreadPoolExecutor {
    Pool() {
      super(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }
  }

  /** Another one, whose constructor may fail when that of the pool has ended. */
  static final class Picky extends Pool {
    Picky(boolean fails) {
      if (fails) {
        throw new IllegalStateException();
      }
    }
  }

  static List<Way> all() {
    CompletableFuture.runAsync(() -> {}).join(); // by the pool that all share
    return List.of(
        // The first object of its class is the one that fails.
        new Way(() -> closing(new Pool()), () -> new Picky(true)),
        new Way(() -> closing(new Picky(false)), () -> new Picky(true)),
        new Way(Selector::open, OtherWays::failing),
        new Way(() -> closing(Executors.newFixedThreadPool(1)), OtherWays::noThreads),
        new Way(() -> closing(Executors.newScheduledThreadPool(1)), OtherWays::failing),
        new Way(() -> closing(new ForkJoinPool(1)), () -> new ForkJoinPool(-1)),
        new Way(OtherWays::timer, OtherWays::failing),
        new Way(OtherWays::process, () -> new ProcessBuilder("/no/such/program").start()));
  }

  private static Object failing() throws IOException {
    throw new IOException();
  }

  private static Object noThreads() {
    return Executors.newFixedThreadPool(-1);
  }

  private static AutoCloseable closing(ExecutorService executor) {
    return executor::shutdown;
  }

  private static AutoCloseable timer() {
    Timer timer = new Timer(true);
    return timer::cancel;
  }

  private static AutoCloseable process() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    return () -> process.destroyForcibly().waitFor();
  }
}

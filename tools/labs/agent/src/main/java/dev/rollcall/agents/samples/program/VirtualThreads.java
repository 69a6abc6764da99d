package dev.rollcall.agents.samples.program;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many virtual threads, of which one forgets. */
public final class VirtualThreads {
  private static final int THREADS = 200;

  private VirtualThreads() {}

  /** Forgets if that is the first argument. */
  public static void main(String[] arguments) throws Exception {
    boolean forgets = arguments[0].equals("forget");
    // By name: Java 17, which the lab is compiled for, has none.
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      boolean one = forgets && i == THREADS / 2;
      all.add(
          threads.submit(
              () -> {
                Work.run(one);
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    threads.shutdown();
  }
}

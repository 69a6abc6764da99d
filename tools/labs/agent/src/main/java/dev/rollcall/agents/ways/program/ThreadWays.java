package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.IOException;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads: executors, timers, and those of other processes. */
final class ThreadWays {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String SCHEDULED = "java.util.concurrent.ScheduledThreadPoolExecutor";
  private static final String FORK_JOIN = "java.util.concurrent.ForkJoinPool";
  private static final String PER_TASK = "java.util.concurrent.ThreadPerTaskExecutor";
  private static final String PROCESS = "java.lang.ProcessImpl";
  private static final Way.Closing SHUTDOWN = opened -> ((ExecutorService) opened).shutdown();
  private static final Way.Closing NOW = opened -> ((ExecutorService) opened).shutdownNow();
  private static final Way.Closing DESTROY =
      opened -> {
        ((Process) opened).destroy();
        ((Process) opened).waitFor();
      };

  private ThreadWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`new ThreadPoolExecutor`", ThreadWays::pool, POOL).closing(SHUTDOWN),
        way("a subclass of `ThreadPoolExecutor`", ThreadWays::subclass, Named.class.getName())
            .closing(NOW),
        way("`new ScheduledThreadPoolExecutor`", ThreadWays::scheduled, SCHEDULED)
            .closing(SHUTDOWN),
        way("`Executors.newFixedThreadPool`", ThreadWays::fixed, POOL).closing(SHUTDOWN),
        way("`Executors.newCachedThreadPool`", ThreadWays::cached, POOL).closing(NOW).neverFails(),
        way("`Executors.newSingleThreadExecutor`", ThreadWays::single, POOL)
            .closing(SHUTDOWN)
            .neverFails(),
        way("`Executors.newScheduledThreadPool`", ThreadWays::newScheduled, SCHEDULED)
            .closing(SHUTDOWN),
        way("`Executors.newSingleThreadScheduledExecutor`", ThreadWays::one, SCHEDULED)
            .closing(SHUTDOWN)
            .neverFails(),
        way("`Executors.newWorkStealingPool`", ThreadWays::stealing, FORK_JOIN).closing(SHUTDOWN),
        way("`new ForkJoinPool`", ThreadWays::forkJoin, FORK_JOIN).closing(SHUTDOWN),
        way("`ForkJoinPool.commonPool()`", ThreadWays::common).closing(SHUTDOWN).neverFails(),
        way("`Executors.newVirtualThreadPerTaskExecutor`", ThreadWays::perTask, PER_TASK)
            .since(21)
            .neverFails(),
        way("`Executors.newThreadPerTaskExecutor`", ThreadWays::perPlatformTask, PER_TASK)
            .since(21),
        way("`ExecutorService.close`", ThreadWays::closed, POOL).since(19),
        way("`new Timer`", ThreadWays::timer, "java.util.Timer")
            .closing(opened -> ((Timer) opened).cancel()),
        way("`ProcessBuilder.start`", ThreadWays::process, PROCESS).closing(DESTROY),
        way("`Runtime.exec`", ThreadWays::exec, PROCESS)
            .closing(opened -> ((Process) opened).destroyForcibly().waitFor()),
        way("a process that ends by itself", ThreadWays::ended, PROCESS)
            .closing(
                opened -> {
                  ((Process) opened).getOutputStream().close();
                  ((Process) opened).waitFor();
                }),
        way("`ProcessBuilder.startPipeline`", ThreadWays::pipeline, PROCESS, PROCESS)
            .closing(
                opened -> {
                  for (Object each : (List<?>) opened) {
                    DESTROY.close(each);
                  }
                }));
  }

  private static Object pool(Place place) {
    LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    return place.here(new ThreadPoolExecutor(place.threads(), 1, 1, TimeUnit.SECONDS, tasks));
  }

  /** A subclass. */
  private static final class Named extends ThreadPoolExecutor {
    Named(Place place) {
      super(place.threads(), 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
      prestartCoreThread();
    }
  }

  private static Object subclass(Place place) {
    return place.here(new Named(place));
  }

  private static Object scheduled(Place place) {
    return place.here(new ScheduledThreadPoolExecutor(place.threads()));
  }

  private static Object fixed(Place place) {
    return place.here(Executors.newFixedThreadPool(place.threads()));
  }

  private static Object cached(Place place) {
    return place.here(Executors.newCachedThreadPool());
  }

  private static Object single(Place place) {
    return place.here(Executors.newSingleThreadExecutor());
  }

  private static Object newScheduled(Place place) {
    return place.here(Executors.newScheduledThreadPool(place.threads()));
  }

  private static Object one(Place place) {
    return place.here(Executors.newSingleThreadScheduledExecutor());
  }

  private static Object stealing(Place place) {
    return place.here(Executors.newWorkStealingPool(place.threads()));
  }

  private static Object forkJoin(Place place) {
    return place.here(new ForkJoinPool(place.threads()));
  }

  private static Object common(Place place) {
    return place.here(ForkJoinPool.commonPool());
  }

  private static Object perTask(Place place) throws Exception {
    return place.here(Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
  }

  private static Object perPlatformTask(Place place) throws Exception {
    ThreadFactory threads = place.isGood() ? Thread::new : null;
    var method = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
    return place.here(method.invoke(null, threads));
  }

  private static Object closed(Place place) {
    return place.here(Executors.newFixedThreadPool(place.threads()));
  }

  /** A timer without a name fails. */
  private static Object timer(Place place) {
    return place.here(place.isGood() ? new Timer("timer", true) : new Timer(null, true));
  }

  private static Object process(Place place) throws IOException {
    return place.here(new ProcessBuilder(place.command()).start());
  }

  private static Object exec(Place place) throws IOException {
    return place.here(Runtime.getRuntime().exec(new String[] {place.command()}));
  }

  private static Object ended(Place place) throws IOException {
    return place.here(new ProcessBuilder(place.command()).start());
  }

  /** The first is started, and ended by the JDK when the second cannot be. */
  private static Object pipeline(Place place) throws IOException {
    ProcessBuilder first = new ProcessBuilder("cat");
    ProcessBuilder second = new ProcessBuilder(place.command());
    return place.here(ProcessBuilder.startPipeline(List.of(first, second)));
  }
}

package dev.rollcall.soak;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.LeakStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Configuration;

/** Lives for some time, of which a few are left on purpose, and compares the totals. */
public final class Soak {
  private static final int WORKERS = 4;
  private static final int LEFT = 30;
  private static final int LAST_SECONDS = 5;

  /** A run of so many seconds has come to rest after the first tenth. */
  private static final int LONG_SECONDS = 600;

  private static final int GROWN_MEBIBYTES = 48;

  private final Tally tally = new Tally();
  private final Faults faults = new Faults();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Phaser busy = new Phaser(1);
  private final List<Thread> threads = new ArrayList<>();
  private final List<ExecutorService> pools = new ArrayList<>();
  private final List<Object> left = new ArrayList<>();
  private final SplittableRandom seeds;
  private final Path directory;
  private final Configuration settings;
  private final long seconds;

  private Soak(long seconds, long seed, Path directory, Configuration settings) {
    this.seconds = seconds;
    this.seeds = new SplittableRandom(seed);
    this.directory = directory;
    this.settings = settings;
  }

  /** Runs for so many seconds, by a seed, in a directory, with the settings for recordings. */
  public static void main(String[] args) throws Exception {
    Soak soak =
        new Soak(
            Long.parseLong(args[0]),
            Long.parseLong(args[1]),
            Path.of(args[2]),
            Recordings.settings(Path.of(args[3])));
    soak.run();
    soak.faults.print();
    // The process ends as any does, with what is left and the last recording.
    if (!soak.faults.isEmpty()) {
      System.exit(1);
    }
  }

  private void run() throws Exception {
    Plugins plugins = new Plugins(seeds.nextLong(), tally, faults, over);
    Checks checks = new Checks(seeds.nextLong(), tally, faults, over);
    CountDownLatch recorded = new CountDownLatch(1);
    List<Recordings> recordings =
        List.of(
            new Recordings(seeds.nextLong(), settings, directory, faults, recorded),
            new Recordings(seeds.nextLong(), settings, directory, faults, recorded));
    leave();
    startLives();
    start(plugins, "plugins");
    start(checks, "checks");
    List<Thread> recorders = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      recorders.add(start(recordings.get(i), "recordings-" + i));
    }

    await(seconds / 10);
    long before = Memory.usedMebibytes();
    await(seconds - seconds / 10);
    leave();

    recorded.countDown();
    for (Thread recorder : recorders) {
      recorder.join();
    }
    long after = Memory.usedMebibytes();
    Recordings.last(settings, directory.resolve("last.jfr"));
    await(LAST_SECONDS);
    leave();
    stopLives();

    compare();
    compareMemory(before, after);
    awaitLoaders(plugins);
    tally.write(directory.resolve("tally.properties"));
    System.out.printf(
        "soak: %,d lives, %,d checks, %,d recordings, %,d class loaders (%d held after a"
            + " collection); heap in use %d MiB, then %d MiB%n",
        tally.begun(),
        checks.made(),
        recordings.stream().mapToLong(Recordings::made).sum(),
        plugins.loaded(),
        plugins.held(),
        before,
        after);
  }

  /** Begins some lives that nobody ends. */
  private void leave() {
    for (int i = 0; i < LEFT; i++) {
      Connection connection = new Connection(tally, faults);
      left.add(connection);
      left.add(new Buffer(tally, faults, i % 2 == 0 ? connection : null));
    }
  }

  private void startLives() {
    ExecutorService pool = Threads.pool();
    pools.add(pool);
    for (int i = 0; i < WORKERS; i++) {
      start(lives(pool), "lives-" + i);
    }
    if (Threads.haveVirtual()) {
      ExecutorService virtual = Threads.virtual();
      pools.add(virtual);
      for (int i = 0; i < WORKERS; i++) {
        Thread thread = Threads.virtualFactory().newThread(lives(i % 2 == 0 ? virtual : pool));
        threads.add(thread);
        thread.start();
      }
    }
  }

  private Lives lives(ExecutorService others) {
    return new Lives(seeds.nextLong(), others, tally, faults, () -> over.getCount() == 0, busy);
  }

  private Thread start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    threads.add(thread);
    thread.start();
    return thread;
  }

  private void await(long duration) throws InterruptedException {
    boolean unused = over.await(duration, TimeUnit.SECONDS);
  }

  private void stopLives() throws InterruptedException {
    over.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    int unused = busy.arriveAndAwaitAdvance();
    pools.forEach(ExecutorService::shutdown);
  }

  /** Compares what was done with what the checker has counted. */
  private void compare() {
    LeakStatistics statistics = LeakChecker.global().statistics();
    faults.expect(tally.begun(), statistics.registered(), "registered");
    faults.expect(tally.ended(), statistics.unregistered(), "unregistered");
    faults.expect(0, statistics.misuses(), "misuses");
    Map<String, LeakStatistics.TypeCounts> counted = new HashMap<>();
    statistics.types().forEach(counts -> counted.put(counts.type(), counts));
    faults.expect(tally.byType().size(), counted.size(), "types");

    LeakReport report = LeakChecker.global().check();
    faults.expect(tally.begun() - tally.ended(), report.leaked(), "leaked by the check");
    faults.expect(left.size(), report.leaked(), "left on purpose, and leaked by the check");
    tally
        .byType()
        .forEach(
            (type, own) -> {
              LeakStatistics.TypeCounts counts = counted.get(type);
              if (counts == null) {
                faults.add(type + " was never counted");
                return;
              }
              faults.expect(own.begun.get(), counts.registered(), type + " registered");
              faults.expect(own.ended.get(), counts.unregistered(), type + " unregistered");
              faults.expect(own.left(), leaked(report, type), type + " leaked by the check");
            });
  }

  private static long leaked(LeakReport report, String type) {
    return report.groups().stream()
        .filter(group -> group.type().equals(type))
        .mapToLong(LeakGroup::count)
        .sum();
  }

  private void compareMemory(long before, long after) {
    if (seconds >= LONG_SECONDS && after > before + GROWN_MEBIBYTES) {
      faults.add("the heap in use has grown from " + before + " to " + after + " MiB");
    }
  }

  /** Every loader goes when its plug-in's resources have: {@code Plugins} holds none. */
  private void awaitLoaders(Plugins plugins) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    CountDownLatch never = new CountDownLatch(1);
    do {
      System.gc();
      boolean unused = never.await(100, TimeUnit.MILLISECONDS);
    } while (plugins.held() > 0 && System.nanoTime() < deadline);
    if (plugins.held() > 0) {
      faults.add(
          plugins.held() + " of " + plugins.loaded() + " class loaders are held without reason");
    }
  }
}

package dev.rollcall.soak;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakReport;
import dev.rollcall.LeakStatistics;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Checks, over and over, while everything goes on. */
final class Checks implements Runnable {
  private static final int MAX_PAUSE_MILLIS = 200;

  private final SplittableRandom random;
  private final Tally tally;
  private final Faults faults;
  private final CountDownLatch over;
  private long made;

  /** Goes on until {@code over}. */
  Checks(long seed, Tally tally, Faults faults, CountDownLatch over) {
    this.random = new SplittableRandom(seed);
    this.tally = tally;
    this.faults = faults;
    this.over = over;
  }

  @Override
  public void run() {
    try {
      while (!over.await(random.nextInt(MAX_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
        long ended = tally.ended();
        LeakReport report = LeakChecker.global().check();
        LeakStatistics statistics = LeakChecker.global().statistics();
        made++;
        atLeast(report.unregistered(), report.registered(), "registered by a check");
        atLeast(report.registered(), statistics.registered(), "registered after a check");
        // A life is tallied after it has ended.
        atLeast(ended, report.unregistered(), "unregistered by a check");
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      faults.add(e);
    }
  }

  private void atLeast(long least, long actual, String what) {
    if (actual < least) {
      faults.add(what + ": " + actual + ", less than " + least);
    }
  }

  /** How many checks were made; to be asked when it has ended. */
  long made() {
    return made;
  }
}

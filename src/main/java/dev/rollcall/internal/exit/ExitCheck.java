package dev.rollcall.internal.exit;

import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.common.Trigger;
import dev.rollcall.internal.check.Apart;
import dev.rollcall.internal.check.Aside;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.Shutdown;
import dev.rollcall.internal.check.State;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The roll call at the end of the process, in a shutdown hook of its own.
 *
 * <p>The order is what makes it right, and no other works: wait for the application's hooks, if
 * something is live; check and commit the events; let JFR go on, whose chunk-end callback has
 * waited for this since before its file was complete; print; and in {@code FAIL} wait for JFR's
 * file and the other hooks before the exit status is replaced. {@code System.exit} would block here
 * for ever, so that is done by {@link Runtime#halt}; never under a {@link TestRunner}.
 *
 * <p>What the check commits happens before the final checkpoint, through the latch.
 */
public final class ExitCheck {
  /** How long JFR may take to write its file, and a report to be built, beyond the exit wait. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private static volatile @Nullable ExitCheck installed;
  private static volatile boolean tooLate;

  private final State state;
  private final FinalCheck finalCheck;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

  private ExitCheck(State state, FinalCheck finalCheck) {
    this.state = state;
    this.finalCheck = finalCheck;
  }

  /** Adds the shutdown hook, once. The lock is held for that alone, so that nobody overtakes it. */
  public static void install(State state, FinalCheck finalCheck) {
    if (installed == null && !tooLate && !isAdded(new ExitCheck(state, finalCheck))) {
      Log.warn(
          "Rollcall was first used while the JVM was shutting down, so it cannot check for leaks at exit");
    }
  }

  private static synchronized boolean isAdded(ExitCheck check) {
    if (installed != null || tooLate) {
      return true;
    }
    try {
      Runtime.getRuntime().addShutdownHook(Apart.thread("rollcall-exit", check::run));
      Shutdown.mayTake(check.state.settings.exitWait());
      installed = check;
    } catch (IllegalStateException begun) {
      tooLate = true;
    }
    return !tooLate;
  }

  /** Whether the global checker is on and in use. */
  public static boolean isInstalled() {
    return installed != null;
  }

  /** For the chunk-end callback at exit: waits, bounded, until the check has been made. */
  static void awaitResult() {
    ExitCheck check = installed;
    if (check == null) {
      return;
    }
    check.waiting.add(Thread.currentThread());
    Duration bound = check.state.settings.exitWait().plus(GRACE);
    try {
      if (!check.done.await(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        Log.print("rollcall: the exit check is late, so the recording may lack its events\n");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    ShutdownThreads others = Watch.threads();
    long start = System.nanoTime();
    boolean leaked = false;
    try {
      if (!finalCheck.isBegun() && state.hasLeaks()) {
        others.awaitQuiet(state, state.settings.exitWait());
      }
      LeakReport report = finalCheck.get(Trigger.EXIT);
      leaked = !report.isClean();
      String recordings = ExitReport.recordings();
      done.countDown();
      tell(report, recordings);
    } catch (RuntimeException | Error e) {
      Log.print(
          "rollcall: the exit check failed, please report this bug: "
              + Printable.of(e.toString())
              + "\n");
    } finally {
      done.countDown();
    }
    int status = state.settings.exitCode();
    if (leaked
        && state.settings.mode() == LeakMode.FAIL
        && status != 0
        && !TestRunner.isPresent()) {
      others.awaitRecordings(waiting, GRACE);
      Duration left =
          state.settings.exitWait().multipliedBy(2).minusNanos(System.nanoTime() - start);
      others.awaitEnd(left);
      Runtime.getRuntime().halt(status);
    }
  }

  /** The report comes first; whatever blocks after it costs no more than the exit may wait. */
  private void tell(LeakReport report, String recordings) {
    Aside delivery = finalCheck.delivery();
    if (delivery == null || !delivery.await(Shutdown.patience())) {
      ExitReport.deliver(state, report, recordings);
    }
    if (NettyHook.isUnused()) {
      boolean unused =
          new Aside(
                  () -> Stderr.print("rollcall: " + NettyHook.complaint() + System.lineSeparator()))
              .start("rollcall-netty")
              .await(Shutdown.patience());
    }
    if (delivery == null) {
      ExitReport.offerHeadline(state, report);
    }
  }
}

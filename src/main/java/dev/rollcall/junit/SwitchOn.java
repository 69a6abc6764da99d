package dev.rollcall.junit;

import dev.rollcall.LeakReport;
import dev.rollcall.internal.DefaultMode;
import dev.rollcall.internal.RunCheck;
import dev.rollcall.internal.exit.TestRunner;
import dev.rollcall.internal.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Lets the global checker be on, in mode warn, before any test class is loaded, and says at the end
 * what was checked and what is left that no test has told of. A mode that was set, also {@code
 * off}, is left as it is. JUnit finds this class by itself.
 *
 * <p>The end is told while the runner still listens: where a JVM of the runner's exits, nobody
 * does. A session that only looks for tests, as Maven's own JVM opens one, ends in silence, and so
 * does one within another.
 */
@SuppressWarnings("exports")
public final class SwitchOn implements LauncherSessionListener {
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final AtomicInteger OPEN = new AtomicInteger();

  /** Whether any of the open sessions, one within the other, has run tests. */
  private static volatile boolean executed;

  private boolean endsWithStore;

  /** For JUnit. */
  public SwitchOn() {}

  /** Whether a session is open within another, to which the runner does not listen. */
  static boolean isWithinAnother() {
    return OPEN.get() > 1;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    TestRunner.note();
    if (!Settings.isModeSet()) {
      DefaultMode.preferWarn();
    }
    OPEN.incrementAndGet();
    session
        .getLauncher()
        .registerTestExecutionListeners(
            new TestExecutionListener() {
              @Override
              public void testPlanExecutionStarted(TestPlan plan) {
                executed = true;
              }
            });
    endsWithStore = endWithStore(session);
  }

  /** What other listeners and extensions keep for the session may be released up to its end. */
  private boolean endWithStore(LauncherSession session) {
    try {
      AutoCloseable end = this::end;
      session.getStore().put(Namespace.create(SwitchOn.class), SwitchOn.class, end);
      return true;
    } catch (LinkageError older) { // than JUnit 5.13
      return false;
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (!endsWithStore) {
      end();
    }
  }

  private void end() {
    if (OPEN.decrementAndGet() > 0) {
      return;
    }
    boolean any = executed;
    executed = false;
    try {
      if (any) {
        tell();
      }
    } finally {
      RunLeaksEngine.end();
    }
  }

  private static void tell() {
    Optional<LeakReport> left = RunCheck.take(WAIT);
    Summary.print();
    left.ifPresent(
        report -> {
          if (RunCheck.fails()) {
            UncheckedLeaks.fail(report);
          } else {
            UncheckedLeaks.print(report);
          }
        });
  }
}

package dev.rollcall.internal;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.internal.check.Unreported;
import dev.rollcall.internal.exit.ExitCheck;
import dev.rollcall.internal.live.ResourceIds;
import java.time.Duration;
import java.util.Optional;

/**
 * The leak check at the end of a test run: of what the global checker has live and no test has told
 * of. It is not the last word. What is registered or released later, by a shutdown hook or in
 * another run, is the business of the check of that run, or of the exit.
 */
public final class RunCheck {
  private RunCheck() {}

  /**
   * Waits for stragglers, at most so long, and takes what is left; empty if there is nothing, or
   * the checker is off or was never used.
   */
  public static Optional<LeakReport> take(Duration atMost) {
    if (!ExitCheck.isInstalled() || !(LeakChecker.global() instanceof ActiveChecker global)) {
      return Optional.empty();
    }
    try {
      boolean unused = global.await(atMost, global.state::hasUnreported);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The runner's affair; what lives now is told of.
    }
    return Optional.of(Unreported.take(global.state)).filter(report -> !report.isClean());
  }

  /** Whether leaks fail the run, as they would change the exit status of another program. */
  public static boolean fails() {
    return LeakChecker.global() instanceof ActiveChecker global
        && global.mode() == LeakMode.FAIL
        && global.state.settings.exitCode() != 0;
  }

  /** Whether the checker is on and nobody has ever registered anything. */
  public static boolean isIdle() {
    try {
      return LeakChecker.global().mode() != LeakMode.OFF && !hasRegistered();
    } catch (IllegalArgumentException wrongSettings) {
      return false; // Whoever uses the checker is told.
    }
  }

  /** Whether anything was ever registered, with whatever checker. */
  public static boolean hasRegistered() {
    return ResourceIds.hasAny();
  }
}

package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Trigger;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.outside.Aside;
import dev.rollcall.internal.outside.Log;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The check whose result stands: the application's own last one, or else the one at exit. The
 * result is there before anything that is not ours hears of it: a logger may call us again.
 */
public final class FinalCheck {
  private final State state;
  private final AtomicReference<@Nullable FutureTask<LeakReport>> result = new AtomicReference<>();
  private volatile @Nullable Aside delivery;

  public FinalCheck(State state) {
    this.state = state;
  }

  /** Whether anybody has begun it. */
  boolean isBegun() {
    return result.get() != null;
  }

  /** How the application that made the global check brings its report; null if it did not. */
  @Nullable Aside delivery() {
    return delivery;
  }

  /** Makes the check if nobody has; else waits for the one who does, and returns that result. */
  public LeakReport get(Trigger trigger) {
    FutureTask<LeakReport> mine = new FutureTask<>(() -> run(trigger));
    FutureTask<LeakReport> first = result.compareAndExchange(null, mine);
    if (first != null) {
      return join(first);
    }
    mine.run();
    LeakReport report = join(mine);
    Aside own = delivery;
    if (own != null) {
      own.run();
      ExitReport.offerHeadline(state, report);
    } else if (state.id != 0 && !state.isOwned()) { // else the test fails, and says the same
      Log.warn(report);
    }
    return report;
  }

  private LeakReport run(Trigger trigger) {
    try {
      LeakReport report = RollCall.of(state, trigger);
      if (state.id != 0) {
        Checkers.forget(state);
        if (EventDoor.isOpen()) {
          Checkpoint.last(state);
        }
      } else if (trigger == Trigger.FINAL) {
        delivery = new Aside(() -> ExitReport.deliver(state, report, ExitReport.recordings()));
      }
      return report;
    } finally {
      state.end();
    }
  }

  private static LeakReport join(FutureTask<LeakReport> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("the final leak check failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

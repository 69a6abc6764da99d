package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Trigger;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.State;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The check whose result stands: the application's own last one, or else the one at exit. */
public final class FinalCheck {
  private final State state;
  private final AtomicReference<@Nullable FutureTask<LeakReport>> result = new AtomicReference<>();

  public FinalCheck(State state) {
    this.state = state;
  }

  public boolean isDone() {
    FutureTask<LeakReport> task = result.get();
    return task != null && task.isDone();
  }

  /** Makes the check if nobody has; else waits for the one who does, and returns that result. */
  public LeakReport get(Trigger trigger) {
    FutureTask<LeakReport> mine = new FutureTask<>(() -> run(trigger));
    FutureTask<LeakReport> first = result.compareAndExchange(null, mine);
    if (first == null) {
      mine.run();
      first = mine;
    }
    return join(first);
  }

  private LeakReport run(Trigger trigger) {
    try {
      LeakReport report = RollCall.of(state, trigger);
      if (state.id != 0) {
        Checkers.forget(state);
        if (EventDoor.isOpen()) {
          Checkpoint.last(state);
        }
        if (!state.isOwned()) { // else the test fails, and says the same
          Log.warn(report);
        }
      } else if (trigger == Trigger.FINAL) {
        ExitReport.print(state, report, ExitReport.recordings());
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

package dev.rollcall.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.settings.Settings;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Waiting for the last resource races with its unregistration: the waiter always wakes up. */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "Nothing is live any more.")
@Outcome(expect = FORBIDDEN, desc = "Waited in vain.")
@State
public class AwaitOrUnregister {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final ActiveChecker checker =
      new ActiveChecker(
          new dev.rollcall.internal.check.State(
              1, Settings.separate(LeakMode.WARN, SiteMode.NEVER, ""), null));
  private final Object resource = new Object();

  /** A registered resource. */
  public AwaitOrUnregister() {
    checker.register(resource);
  }

  /** Unregisters. */
  @Actor
  public void unregister() {
    checker.unregister(resource);
  }

  /** Waits. */
  @Actor
  public void await(I_Result result) {
    try {
      result.r1 = checker.awaitQuiescence(LONG) ? 1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.rollcall.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Trigger;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.settings.Settings;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A check races with an unregistration: what it counts as unregistered it never calls leaked. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "Checked first.")
@Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Checked while it left.")
@Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "Unregistered first.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class UnregisterOrCheck {
  private final ActiveChecker checker =
      new ActiveChecker(
          new dev.rollcall.internal.check.State(
              1, Settings.separate(LeakMode.WARN, SiteMode.NEVER, ""), null));
  private final Object resource = new Object();

  /** A registered resource. */
  public UnregisterOrCheck() {
    checker.register(resource);
  }

  /** Unregisters. */
  @Actor
  public void unregister() {
    checker.unregister(resource);
  }

  /** Checks. */
  @Actor
  public void check(III_Result result) {
    LeakReport report = RollCall.of(checker.state, Trigger.DEMAND);
    result.r1 = (int) report.leaked();
    result.r2 = (int) report.unregistered();
  }

  /** Checks again. */
  @Arbiter
  public void end(III_Result result) {
    result.r3 = (int) checker.check().leaked();
  }
}

package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** A retain of a dead resource is never taken for life by others. */
@JCStressTest
@Outcome(id = "-1, 0, -1, 1", expect = ACCEPTABLE, desc = "Refused, and it stays dead.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class IllegalRetainOrTryRetain {

  private final Counted resource = new Counted();

  /** A dead resource. */
  public IllegalRetainOrTryRetain() {
    resource.release();
  }

  /** Retains. */
  @Actor
  public void retain(IIII_Result result) {
    result.r1 = resource.retained();
  }

  /** Tries to, and releases. */
  @Actor
  public void tryRetainAndRelease(IIII_Result result) {
    result.r2 = resource.tryRetained();
    result.r3 = resource.released();
  }

  /** Looks. */
  @Arbiter
  public void end(IIII_Result result) {
    result.r4 = resource.destroyed();
  }
}

package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** A retain races with the release of the only reference: one of them wins. */
@JCStressTest
@Outcome(id = "1, 0, 1, 0", expect = ACCEPTABLE, desc = "Retained first, so it lives.")
@Outcome(id = "-1, 1, 0, 1", expect = ACCEPTABLE, desc = "Released first, so it is dead.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class RetainOrLastRelease {

  private final Counted resource = new Counted();

  /** Retains. */
  @Actor
  public void retain(IIII_Result result) {
    result.r1 = resource.retained();
  }

  /** Releases. */
  @Actor
  public void release(IIII_Result result) {
    result.r2 = resource.released();
  }

  /** Looks. */
  @Arbiter
  public void end(IIII_Result result) {
    result.r3 = resource.refCount();
    result.r4 = resource.destroyed();
  }
}

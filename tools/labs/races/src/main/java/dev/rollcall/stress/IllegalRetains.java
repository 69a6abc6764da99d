package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/** Two retains of a dead resource: none brings it back, not even for the other. */
@JCStressTest
@Outcome(id = "-1, -1, 0, -1, 1", expect = ACCEPTABLE, desc = "Refused, and it stays dead.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class IllegalRetains {

  private final Counted resource = new Counted();

  /** A dead resource. */
  public IllegalRetains() {
    resource.release();
  }

  /** Retains. */
  @Actor
  public void one(IIIII_Result result) {
    result.r1 = resource.retained();
  }

  /** Retains. */
  @Actor
  public void other(IIIII_Result result) {
    result.r2 = resource.retained();
  }

  /** Looks: it can neither be retained nor released. */
  @Arbiter
  public void end(IIIII_Result result) {
    result.r3 = resource.tryRetained();
    result.r4 = resource.released();
    result.r5 = resource.destroyed();
  }
}

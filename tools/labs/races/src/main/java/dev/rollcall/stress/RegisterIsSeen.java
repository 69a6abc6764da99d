package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Whoever finds a resource registered sees what was done before. */
@JCStressTest
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "Looked first.")
@Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "Looked first, and was early.")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "Found it, and sees all.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class RegisterIsSeen {

  private final Registered resource = new Registered();
  private int before;

  /** Writes, then registers. */
  @Actor
  public void register() {
    before = 1;
    resource.register();
  }

  /** Looks, then reads. */
  @Actor
  public void look(III_Result result) {
    result.r1 = resource.isRegistered();
    result.r2 = before;
  }

  /** Looks again. */
  @Arbiter
  public void end(III_Result result) {
    result.r3 = resource.unregister();
  }
}

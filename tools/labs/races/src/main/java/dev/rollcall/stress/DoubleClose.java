package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A resource is closed twice at once: one of the calls ends its registration. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "The first actor ended it.")
@Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "The second actor ended it.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class DoubleClose {

  private final Registered resource = new Registered();

  /** A registered resource. */
  public DoubleClose() {
    resource.register();
  }

  /** Closes. */
  @Actor
  public void one(III_Result result) {
    result.r1 = resource.tryUnregister();
  }

  /** Closes. */
  @Actor
  public void other(III_Result result) {
    result.r2 = resource.tryUnregister();
  }

  /** Looks. */
  @Arbiter
  public void end(III_Result result) {
    result.r3 = resource.isRegistered();
  }
}

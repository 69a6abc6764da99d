package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A resource is registered twice at once: one registration is refused. */
@JCStressTest
@Outcome(id = "1, -1, 1", expect = ACCEPTABLE, desc = "The second actor was refused.")
@Outcome(id = "-1, 1, 1", expect = ACCEPTABLE, desc = "The first actor was refused.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class DoubleRegister {

  private final Registered resource = new Registered();

  /** Registers. */
  @Actor
  public void one(III_Result result) {
    result.r1 = resource.register();
  }

  /** Registers. */
  @Actor
  public void other(III_Result result) {
    result.r2 = resource.register();
  }

  /** Looks: one unregistration does it. */
  @Arbiter
  public void end(III_Result result) {
    result.r3 = resource.isRegistered();
    resource.unregister();
    result.r3 += resource.isRegistered();
  }
}

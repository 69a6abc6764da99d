package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A resource is handed on: registering it anew races with its unregistration. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "Unregistered first, then registered anew.")
@Outcome(id = "1, -1, 0", expect = ACCEPTABLE, desc = "Registered still, so that is refused.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class RegisterOrUnregister {

  private final Registered resource = new Registered();

  /** A registered resource. */
  public RegisterOrUnregister() {
    resource.register();
  }

  /** Unregisters. */
  @Actor
  public void unregister(III_Result result) {
    result.r1 = resource.unregister();
  }

  /** Registers. */
  @Actor
  public void register(III_Result result) {
    result.r2 = resource.register();
  }

  /** Looks. */
  @Arbiter
  public void end(III_Result result) {
    result.r3 = resource.isRegistered();
    if (result.r3 == 1) {
      resource.unregister();
    }
  }
}

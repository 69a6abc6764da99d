package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A resource is unregistered twice at once: one is refused. */
@JCStressTest
@Outcome(id = "1, -1, 0", expect = ACCEPTABLE, desc = "The second actor was refused.")
@Outcome(id = "-1, 1, 0", expect = ACCEPTABLE, desc = "The first actor was refused.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class DoubleUnregister {

  private final Registered resource = new Registered();

  /** A registered resource. */
  public DoubleUnregister() {
    resource.register();
  }

  /** Unregisters. */
  @Actor
  public void one(III_Result result) {
    result.r1 = resource.unregister();
  }

  /** Unregisters. */
  @Actor
  public void other(III_Result result) {
    result.r2 = resource.unregister();
  }

  /** Looks. */
  @Arbiter
  public void end(III_Result result) {
    result.r3 = resource.isRegistered();
  }
}

package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** The only reference is released twice at once: one release is refused. */
@JCStressTest
@Outcome(id = "1, -1, 0, 1", expect = ACCEPTABLE, desc = "The second actor was refused.")
@Outcome(id = "-1, 1, 0, 1", expect = ACCEPTABLE, desc = "The first actor was refused.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class OverRelease {

  private final Counted resource = new Counted();

  /** Releases. */
  @Actor
  public void one(IIII_Result result) {
    result.r1 = resource.released();
  }

  /** Releases what is not there. */
  @Actor
  public void other(IIII_Result result) {
    result.r2 = resource.released();
  }

  /** Looks. */
  @Arbiter
  public void end(IIII_Result result) {
    result.r3 = resource.refCount();
    result.r4 = resource.destroyed();
  }
}

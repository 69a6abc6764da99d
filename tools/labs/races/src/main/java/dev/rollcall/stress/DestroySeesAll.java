package dev.rollcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What was done before a release is seen by destroy, in whichever thread it runs. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Everything is seen.")
@Outcome(expect = FORBIDDEN, desc = "Anything else.")
@State
public class DestroySeesAll {

  private int mine;
  private int yours;
  private int seenMine;
  private int seenYours;

  private final Counted resource =
      new Counted() {
        @Override
        protected void destroy() {
          seenMine = mine;
          seenYours = yours;
        }
      };

  /** A resource with two references. */
  public DestroySeesAll() {
    resource.retain();
  }

  /** Writes and releases. */
  @Actor
  public void one() {
    mine = 1;
    resource.release();
  }

  /** Writes and releases. */
  @Actor
  public void other() {
    yours = 1;
    resource.release();
  }

  /** Looks. */
  @Arbiter
  public void end(II_Result result) {
    result.r1 = seenMine;
    result.r2 = seenYours;
  }
}

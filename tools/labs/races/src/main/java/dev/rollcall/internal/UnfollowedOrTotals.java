package dev.rollcall.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.event.EventDoor;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.internal.settings.Settings;
import jdk.jfr.Recording;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Totals are read while a resource that is not followed comes and goes: no event is ever expected
 * of it.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing is expected.")
@Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "It came in between.")
@Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "It left in between.")
@Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "It came and left in between.")
@Outcome(expect = FORBIDDEN, desc = "An event is expected that nobody commits.")
@State
public class UnfollowedOrTotals {
  static {
    ActiveChecker unused =
        ActiveChecker.apart(Settings.separate(LeakMode.WARN, SiteMode.NEVER, ""), null).started();
    Recording recording = new Recording();
    recording.enable("rollcall.Register").with("lives", "off");
    recording.start();
    while (!EventDoor.isOpen() || LifecycleEvents.lives() != 0) {
      Thread.onSpinWait();
    }
  }

  private final ActiveChecker checker =
      new ActiveChecker(
          new dev.rollcall.internal.check.State(
              1, Settings.separate(LeakMode.WARN, SiteMode.NEVER, ""), null));
  private final Object resource = new Object();

  /** Comes and goes. */
  @Actor
  public void live() {
    checker.register(resource);
    checker.unregister(resource);
  }

  /** Reads, as checks and checkpoints do. */
  @Actor
  public void read(II_Result result) {
    long unregistered = checker.state.types.unregistered();
    long unfollowedEnded = checker.state.types.unfollowedEnded();
    long registered = checker.state.types.registered();
    long unfollowed = checker.state.types.unfollowed();
    result.r1 = (int) (registered - unfollowed);
    result.r2 = (int) (unregistered - unfollowedEnded);
  }
}

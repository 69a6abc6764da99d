package dev.rollcall.analysis.finding;

import java.util.List;

/**
 * The steps of a life as far as they were recorded, in order.
 *
 * @param beginsBefore whether it was registered before the recording, or its registration is lost
 * @param missing how many steps between those recorded are lost
 * @param followed whether they were to be recorded
 */
public record LifeSteps(boolean beginsBefore, long missing, List<Step> steps, boolean followed) {
  public LifeSteps {
    steps = List.copyOf(steps);
  }

  /** Those of a life that is followed. */
  public LifeSteps(boolean beginsBefore, long missing, List<Step> steps) {
    this(beginsBefore, missing, steps, true);
  }
}

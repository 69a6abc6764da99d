package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.Numbered;
import java.util.List;

/**
 * How many steps are missing from a life, by its sequence numbers. What came before the recording
 * is not missing: only a life whose registration is recorded is expected to begin with step 1.
 */
public final class Gaps {
  private Gaps() {}

  public static long missing(Life life) {
    boolean known = life.registered() != null;
    if (life.cameInOrder()) {
      return ofOrdered(life, known);
    }
    List<Numbered> steps = life.ordered();
    long missing = 0;
    int last = 0;
    for (Numbered step : steps) {
      missing += known ? between(last, step.sequence()) : 0;
      known = true;
      last = step.sequence();
    }
    if (known && life.unregistered() != null) {
      missing += between(last, life.unregistered().sequence() + 1);
    }
    return missing;
  }

  /** Of nearly all lives: the numbers from the first to the last, but for those that are there. */
  private static long ofOrdered(Life life, boolean fromBeginning) {
    int last = life.lastSequence();
    int first = life.firstSequence();
    long missing = (long) (last - first) + 1 - life.steps();
    missing += fromBeginning ? between(0, first) : 0;
    missing += life.unregistered() != null ? between(last, life.unregistered().sequence() + 1) : 0;
    return missing;
  }

  /** Numbers strictly between two sequences; none when they are equal or out of order. */
  private static long between(int earlier, int later) {
    return Math.max(0, (long) (later - earlier) - 1);
  }
}

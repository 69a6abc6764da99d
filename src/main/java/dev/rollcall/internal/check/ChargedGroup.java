package dev.rollcall.internal.check;

import dev.rollcall.LeakGroup;
import dev.rollcall.internal.scope.Charge;
import java.util.List;

/**
 * Leaked resources of one group, for which the same scopes are charged.
 *
 * @param steps the last steps of the oldest of them, one line each; empty where none were kept
 */
public record ChargedGroup(LeakGroup group, Charge charge, List<String> steps) {
  /** Copies the list. */
  public ChargedGroup {
    steps = List.copyOf(steps);
  }
}

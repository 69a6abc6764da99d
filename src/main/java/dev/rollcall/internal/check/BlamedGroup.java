package dev.rollcall.internal.check;

import dev.rollcall.LeakGroup;
import dev.rollcall.internal.scope.Blame;
import java.util.List;

/**
 * Leaked resources of one group, for which the same scopes are blamed.
 *
 * @param steps the last steps of the oldest of them, one line each; empty where none were kept
 */
public record BlamedGroup(LeakGroup group, Blame blame, List<String> steps) {
  /** Copies the list. */
  public BlamedGroup {
    steps = List.copyOf(steps);
  }
}

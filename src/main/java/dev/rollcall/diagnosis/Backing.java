package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * How much all groups together speak against each method: one that several speak against is
 * likelier to have forgotten in each of them.
 */
final class Backing {
  /** Less is left by subtraction of what is equal. */
  private static final double NOTHING = 1e-9;

  private final Map<Method, Double> spoken = new HashMap<>();

  /** Takes what a group of so many lives says; that of a hundred counts ten times. */
  void add(Charges charges, long lives) {
    charges
        .spoken()
        .forEach((method, most) -> spoken.merge(method, most * weight(lives), Double::sum));
  }

  private static double weight(long lives) {
    return Math.sqrt((double) lives);
  }

  /** Says to a group, which is among them, what the others say. */
  void tell(Charges charges, long lives) {
    double most = spoken.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (most <= NOTHING) {
      return;
    }
    charges
        .spoken()
        .forEach(
            (method, own) -> {
              double others = spoken.getOrDefault(method, 0.0) - own * weight(lives);
              if (others > NOTHING * most) {
                charges.addBeside(method, Feature.BACKING, own * Math.min(1, others / most));
              }
            });
  }
}

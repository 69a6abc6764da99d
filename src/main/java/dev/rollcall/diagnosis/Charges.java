package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.way.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, for each method, what speaks against it. */
final class Charges {
  private static final int MOST = 3;

  /** How much heavier a charge is that all groups make; measured. */
  private static final double BACKING = 1.0;

  private final Map<Method, Charge> charges = new LinkedHashMap<>();

  /** The sum for one method; its sign is that of the heaviest clue. */
  static final class Charge {
    private final Method method;
    private Clue.Sign sign;
    private double heaviest;
    private double sum;

    Charge(Method method, Clue.Sign sign) {
      this.method = method;
      this.sign = sign;
    }

    void add(Clue.Sign ofClue, double weight) {
      sum += weight;
      if (weight > heaviest) {
        heaviest = weight;
        sign = ofClue;
      }
    }

    Method method() {
      return method;
    }

    Clue.Sign sign() {
      return sign;
    }

    double sum() {
      return sum;
    }
  }

  /** Takes a clue that holds for a share of the leaked lives. */
  void add(Clue clue, double share) {
    add(clue.method(), clue.sign(), clue.strength() * share);
  }

  private void add(Method method, Clue.Sign sign, double weight) {
    charges.computeIfAbsent(method, m -> new Charge(m, sign)).add(sign, weight);
  }

  void addAll(Charges other, double weight) {
    other.charges.values().forEach(charge -> add(charge.method, charge.sign, charge.sum * weight));
  }

  /** The same charges, heavier where others charge the same method. */
  Charges backedBy(Charges others) {
    double most = others.charges.values().stream().mapToDouble(Charge::sum).max().orElse(1);
    Charges backed = new Charges();
    charges
        .values()
        .forEach(
            charge -> {
              Charge other = others.charges.get(charge.method);
              double backing = other == null ? 0 : other.sum / most;
              backed.add(charge.method, charge.sign, charge.sum * (1 + BACKING * backing));
            });
    return backed;
  }

  /** The heaviest; among equals the one that was charged first. */
  List<Charge> heaviestFirst() {
    return charges.values().stream()
        .filter(charge -> charge.sum > 0)
        .sorted(Comparator.comparingDouble(Charge::sum).reversed())
        .limit(MOST)
        .toList();
  }
}

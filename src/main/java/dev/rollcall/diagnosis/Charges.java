package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, for each method and kind of evidence, what speaks against it. */
final class Charges {
  private static final int MOST = 3;

  /** A share of the lives: more than half. */
  private static final double MOSTLY = 0.5;

  private final Map<Method, Sums> sums = new LinkedHashMap<>();

  /**
   * What speaks against one method, weighed.
   *
   * @param lead the kind of evidence that counts most
   * @param told the kind that the sentence tells of
   * @param sign what it says of that
   * @param beside what it says of other kinds, if they have to be told
   * @param margin how much more speaks against it than against any other
   */
  record Charge(
      Method method,
      Feature lead,
      Feature told,
      Clue.Sign sign,
      List<Clue.Sign> beside,
      double score,
      double margin) {
    Charge {
      beside = List.copyOf(beside);
    }

    /** The same, beside a rival with such a score. */
    Charge over(double rival) {
      return new Charge(method, lead, told, sign, beside, score, score - rival);
    }
  }

  /** How strong the evidence of each kind is, and of each kind the strongest. */
  private static final class Sums {
    private final Map<Feature, Double> strengths = new EnumMap<>(Feature.class);
    private final Map<Feature, Clue> strongest = new EnumMap<>(Feature.class);

    void add(Clue clue, double strength) {
      strengths.merge(clue.feature(), strength, Sums::upToOne);
      Clue known = strongest.get(clue.feature());
      if (known == null || clue.strength() > known.strength()) {
        strongest.put(clue.feature(), clue);
      }
    }

    /** What is said of all lives cannot be said of more. */
    static double upToOne(double one, double other) {
      return Math.min(1, one + other);
    }

    void addAll(Sums other, double times) {
      other.strengths.forEach(
          (feature, strength) -> strengths.merge(feature, strength * times, Double::sum));
      other.strongest.forEach(
          (feature, clue) ->
              strongest.merge(feature, clue, (a, b) -> b.strength() > a.strength() ? b : a));
    }

    /** The strength of the kind that speaks most. */
    double most() {
      double most = 0;
      for (Map.Entry<Feature, Double> each : strengths.entrySet()) {
        most = each.getKey().isBeside() ? most : Math.max(most, each.getValue());
      }
      return most;
    }
  }

  /** Takes a clue that holds for a share of the leaked lives. */
  void add(Clue clue, double share) {
    Clue ofAll = new Clue(clue.method(), clue.feature(), clue.strength() * share, clue.sign());
    sums.computeIfAbsent(clue.method(), m -> new Sums()).add(ofAll, ofAll.strength());
  }

  void addAll(Charges other, double times) {
    other.sums.forEach(
        (method, charge) -> sums.computeIfAbsent(method, m -> new Sums()).addAll(charge, times));
  }

  /** How much speaks against each method: the strength of the kind that speaks most. */
  Map<Method, Double> spoken() {
    Map<Method, Double> spoken = new LinkedHashMap<>();
    sums.forEach((method, charge) -> spoken.put(method, charge.most()));
    return spoken;
  }

  /** Notes evidence that says something only beside other evidence against the method. */
  void addBeside(Method method, Feature feature, double strength) {
    Sums charge = sums.get(method);
    if (charge != null && strength > 0) {
      charge.strengths.merge(feature, strength, Sums::upToOne);
    }
  }

  /** How strong the evidence of each kind is against each method. */
  Map<Method, Map<Feature, Double>> strengths() {
    Map<Method, Map<Feature, Double>> all = new LinkedHashMap<>();
    sums.forEach(
        (method, charge) -> all.put(method, Collections.unmodifiableMap(charge.strengths)));
    return all;
  }

  /** The heaviest; among equals the one that was charged first. */
  List<Charge> heaviestFirst(Weights weights) {
    List<Charge> charges = new ArrayList<>();
    sums.forEach(
        (method, charge) -> {
          Feature lead = weights.heaviest(charge.strengths);
          Feature told = lead == null ? null : told(charge, lead);
          Clue clue = told == null ? null : charge.strongest.get(told);
          double score = weights.score(charge.strengths);
          if (lead != null && told != null && clue != null) {
            charges.add(
                new Charge(
                    named(method, clue), lead, told, clue.sign(), beside(charge, told), score, 0));
          }
        });
    charges.sort(Comparator.comparingDouble(Charge::score).reversed());
    List<Charge> heaviest = new ArrayList<>();
    for (Charge charge : charges.subList(0, Math.min(MOST, charges.size()))) {
      int rival = heaviest.isEmpty() ? 1 : 0;
      heaviest.add(charge.over(rival < charges.size() ? charges.get(rival).score() : 0));
    }
    return heaviest;
  }

  /** What was found elsewhere than in the ways knows the line that it speaks of. */
  private static Method named(Method method, Clue clue) {
    return clue.sign() instanceof Clue.Told || clue.sign() instanceof Clue.Came
        ? clue.method()
        : method;
  }

  /** An exception tells why a release is missing, which others only say that it is. */
  private static Feature told(Sums charge, Feature lead) {
    if (lead.kind() == EvidenceKind.ABSENCE) {
      for (Feature why : List.of(Feature.EXCEPTION, Feature.CUT_OFF)) {
        if (charge.strengths.getOrDefault(why, 0.0) > MOSTLY) {
          return why;
        }
      }
    }
    return lead;
  }

  private static List<Clue.Sign> beside(Sums charge, Feature told) {
    Clue context = told == Feature.CONTEXT ? null : charge.strongest.get(Feature.CONTEXT);
    return context == null ? List.of() : List.of(context.sign());
  }
}

package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.evidence.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By which margin over the next suspect the first one is right so often that a report may say that
 * it is sure.
 *
 * @param ofKinds for the kinds of evidence that led often enough to tell
 * @param others for all other kinds together
 */
public record Sureness(SortedMap<Feature, Limits> ofKinds, Limits others) {
  private static final double HIGH = 0.9;
  private static final double MEDIUM = 0.6;

  /** No margin comes so high. */
  static final double NEVER = 1000;

  /** So many standard errors below what was seen: nineteen of twenty are better. */
  private static final double ERRORS = 1.645;

  /** Fewer say little. */
  private static final int ENOUGH = 20;

  /**
   * The least margins.
   *
   * @param high right in nine of ten; {@link #NEVER} where none is so sure
   * @param medium right in six of ten; likewise
   */
  public record Limits(double high, double medium) {}

  /**
   * A first suspect: which kind of evidence leads, the margin, and whether it is the guilty one.
   */
  record First(Feature lead, double margin, boolean right) {}

  /** The least margins from which on so many are right. */
  static Sureness of(List<First> firsts) {
    SortedMap<Feature, List<First>> byLead = new TreeMap<>();
    firsts.forEach(each -> byLead.computeIfAbsent(each.lead, l -> new ArrayList<>()).add(each));
    SortedMap<Feature, Limits> ofKinds = new TreeMap<>();
    List<First> others = new ArrayList<>();
    for (Map.Entry<Feature, List<First>> lead : byLead.entrySet()) {
      if (lead.getValue().size() >= ENOUGH) {
        ofKinds.put(lead.getKey(), limits(lead.getValue()));
      } else {
        others.addAll(lead.getValue());
      }
    }
    return new Sureness(ofKinds, limits(others));
  }

  private static Limits limits(List<First> firsts) {
    List<First> surest =
        firsts.stream().sorted(Comparator.comparingDouble(First::margin).reversed()).toList();
    double high = least(surest, HIGH);
    // What is called medium is right so often without what is called high.
    List<First> others = surest.stream().filter(each -> each.margin < high).toList();
    return new Limits(high, Math.min(high, least(others, MEDIUM)));
  }

  private static double least(List<First> surest, double share) {
    double least = NEVER;
    int right = 0;
    for (int i = 0; i < surest.size(); i++) {
      right += surest.get(i).right ? 1 : 0;
      boolean isLastOfEquals =
          i + 1 == surest.size() || surest.get(i + 1).margin < surest.get(i).margin;
      if (isLastOfEquals && i + 1 >= ENOUGH && atLeast(right, i + 1) >= share) {
        // The table has three digits.
        least = Math.floor(surest.get(i).margin * 1000) / 1000;
      }
    }
    return least;
  }

  /**
   * What share is right where so many were, at the least: the lower end of Wilson's interval, for a
   * few that are right prove little, and the least margin is chosen among many.
   */
  private static double atLeast(int right, int of) {
    double share = (double) right / of;
    double z = ERRORS * ERRORS / of;
    double error = ERRORS * Math.sqrt(share * (1 - share) / of + z / (4 * of));
    return (share + z / 2 - error) / (1 + z);
  }
}

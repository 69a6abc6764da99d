package dev.rollcall.diagnosis.match;

import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A way of healthy siblings that is much like a leaked one.
 *
 * @param share of all that are so much like it, from 0 to 1
 * @param sibling the healthy way
 */
public record Match(Alignment alignment, double share, Way sibling) {
  /** How much less alike than the best one may be. */
  private static final double TOLERANCE = 0.12;

  private static final int MOST = 32;

  /** A healthy way and how much it is like the leaked one. */
  private record Candidate(Ways.Count healthy, double likeness) {}

  /** Of those that are equally alike the commonest come first. */
  private static final Comparator<Candidate> MOST_ALIKE_FIRST =
      Comparator.comparingDouble(Candidate::likeness)
          .thenComparingLong(candidate -> candidate.healthy.times())
          .reversed()
          .thenComparing(candidate -> candidate.healthy.way(), Way.BY_STEPS);

  /** The healthy ways that are most like a leaked one; empty only where there is none at all. */
  public static List<Match> of(Way leaked, Ways healthy, StepKeys keys) {
    CommonSteps common = new CommonSteps(keys.of(leaked));
    List<Candidate> all = new ArrayList<>();
    double best = 0;
    for (Ways.Count count : healthy.commonestFirst()) {
      common.with(keys.of(count.way()));
      if (Alignment.likenessAtMost(common) < best - TOLERANCE) {
        continue;
      }
      double likeness = Alignment.likeness(common);
      best = Math.max(best, likeness);
      all.add(new Candidate(count, likeness));
    }
    double limit = best - TOLERANCE;
    all.removeIf(candidate -> candidate.likeness < limit);
    all.sort(MOST_ALIKE_FIRST);
    all.subList(Math.min(MOST, all.size()), all.size()).clear();
    double sum = all.stream().mapToDouble(Match::weight).sum();
    List<Match> matches = new ArrayList<>();
    for (Candidate candidate : all) {
      Way way = candidate.healthy.way();
      Alignment alignment = Alignment.of(leaked, way, common.with(keys.of(way)));
      matches.add(new Match(alignment, weight(candidate) / sum, way));
    }
    return matches;
  }

  /** A way that a hundred went is likelier, but not a hundred times, than one that one went. */
  private static double weight(Candidate candidate) {
    return Math.sqrt((double) candidate.healthy.times());
  }
}

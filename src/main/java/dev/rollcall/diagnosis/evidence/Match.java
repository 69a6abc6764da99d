package dev.rollcall.diagnosis.evidence;

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
 */
public record Match(Alignment alignment, double share) {
  /** How much less alike than the best one may be. */
  private static final double TOLERANCE = 0.12;

  private static final int MOST = 32;

  /** The healthy ways that are most like a leaked one; empty only where there is none at all. */
  public static List<Match> of(Way leaked, Ways healthy, StepKeys keys) {
    List<Match> all = new ArrayList<>();
    double best = 0;
    for (Ways.Count count : healthy.commonestFirst()) {
      Alignment alignment = Alignment.of(leaked, count.way(), keys);
      best = Math.max(best, alignment.likeness());
      // A way that a hundred went is likelier, but not a hundred times, than one that one went.
      all.add(new Match(alignment, Math.sqrt((double) count.times())));
    }
    double limit = best - TOLERANCE;
    all.removeIf(match -> match.alignment.likeness() < limit);
    // A stable sort: of those that are equally alike the commonest come first.
    all.sort(Comparator.comparingDouble((Match match) -> match.alignment.likeness()).reversed());
    all.subList(Math.min(MOST, all.size()), all.size()).clear();
    double sum = all.stream().mapToDouble(Match::share).sum();
    return all.stream().map(match -> new Match(match.alignment, match.share / sum)).toList();
  }
}

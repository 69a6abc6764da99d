package dev.rollcall.diagnosis.match;

import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.List;

/**
 * How a life that ended too early differs from a healthy sibling that is much like it.
 *
 * @param given steps that gave a reference back, and that the sibling lacks
 * @param untaken steps of the sibling that took a reference, and that the life lacks, as far as the
 *     sibling went the same way
 * @param share of all siblings that are so much like it, from 0 to 1
 */
public record Excess(List<Stop> given, List<Stop> untaken, double share) {

  /** Beside those that are most like it; empty only where there is none at all. */
  public static List<Excess> of(Way misused, Ways healthy, StepKeys keys) {
    List<Excess> all = new ArrayList<>();
    for (Match match : Match.of(misused, healthy, keys)) {
      Way sibling = match.sibling();
      // With its parts exchanged: here the healthy one is laid beside the other.
      CommonSteps common = new CommonSteps(keys.of(sibling)).with(keys.of(misused));
      Alignment alignment = Alignment.of(sibling, misused, common);
      Stop last = alignment.last();
      int until = last == null ? 0 : sibling.stops().lastIndexOf(last);
      all.add(
          new Excess(
              alignment.missing(),
              alignment.extra().stream()
                  .filter(taken -> sibling.stops().indexOf(taken) < until)
                  .toList(),
              match.share()));
    }
    return all;
  }
}

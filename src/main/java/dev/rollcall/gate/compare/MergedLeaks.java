package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.Ownership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up groups of leaks that have one fingerprint. */
final class MergedLeaks {
  private final int examples;
  private final Map<String, LeakFinding> groups = new LinkedHashMap<>();

  MergedLeaks(int examples) {
    this.examples = examples;
  }

  void add(LeakFinding group) {
    groups.merge(group.fingerprint(), group, this::sum);
  }

  /**
   * Suspects are those of the larger group, for what they were found from is in no report; examples
   * those of the group that came first, as far as there are enough, and so is what a good run says.
   */
  private LeakFinding sum(LeakFinding one, LeakFinding other) {
    List<History> lives = new ArrayList<>(one.examples());
    lives.addAll(other.examples());
    return new LeakFinding(
        new LeakOrigin(
            one.fingerprint(), one.type(), one.site().isUnknown() ? other.site() : one.site()),
        one.counts().plus(other.counts()),
        (other.count() > one.count() ? other : one).suspects(),
        lives.subList(0, Math.min(examples, lives.size())),
        one.context().plus(other.context()),
        one.ownership().plus(other.ownership()),
        one.good() == null ? other.good() : one.good(),
        sum(one.estimate(), other.estimate()),
        one.contrast().plus(other.contrast()));
  }

  private static @Nullable Estimate sum(@Nullable Estimate one, @Nullable Estimate other) {
    return one == null || other == null ? one == null ? other : one : one.plus(other);
  }

  List<LeakFinding> largestFirst() {
    return Ownership.among(List.copyOf(groups.values())).stream()
        .sorted(LeakFinding.LARGEST_FIRST)
        .toList();
  }
}

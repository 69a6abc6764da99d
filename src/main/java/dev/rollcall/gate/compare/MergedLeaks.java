package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.recording.Jvm;
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

  /** {@code jvm}: where it leaked, where the report itself needs not say it. */
  void add(LeakFinding group, @Nullable Jvm jvm) {
    groups.merge(group.fingerprint(), jvm == null ? group : in(group, jvm), this::sum);
  }

  private static LeakFinding in(LeakFinding group, Jvm jvm) {
    return group.showing(group.examples().stream().map(life -> life.in(jvm)).toList());
  }

  /**
   * Suspects are those of the surer group, for what they were found from is in no report; examples
   * those of the group that came first, as far as there are enough, and so is what a good run says.
   */
  private LeakFinding sum(LeakFinding one, LeakFinding other) {
    List<History> lives = new ArrayList<>(one.examples());
    lives.addAll(other.examples());
    LeakFinding surer = Chosen.surer(one, other);
    return new LeakFinding(
        new LeakOrigin(one.fingerprint(), one.type(), Chosen.known(one.site(), other.site())),
        one.counts().plus(other.counts()),
        surer.suspects(),
        lives.subList(0, Math.min(examples, lives.size())),
        one.context().plus(other.context()),
        one.ownership().plus(other.ownership()),
        one.good() == null ? other.good() : one.good(),
        sum(one.estimate(), other.estimate()),
        new Contrast(
            surer.contrast().tracks(),
            one.contrast().ages().plus(other.contrast().ages()),
            one.contrast().lifetimes().plus(other.contrast().lifetimes())));
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

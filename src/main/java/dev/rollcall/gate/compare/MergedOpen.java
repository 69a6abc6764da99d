package dev.rollcall.gate.compare;

import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.recording.Jvm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up groups of what is open that have one fingerprint. */
final class MergedOpen {
  private final MergedLeaks groups;
  private final Map<String, AgeRuling> ages = new HashMap<>();
  private final List<Growth> growth = new ArrayList<>();
  private final List<OverdueNotice> overdue = new ArrayList<>();
  private final List<LiveOverTime> live = new ArrayList<>();

  MergedOpen(int examples) {
    groups = new MergedLeaks(examples);
  }

  /** {@code jvm}: where it was open, where the report itself needs not say it. */
  void add(StillOpen open, @Nullable Jvm jvm) {
    for (OpenFinding group : open.groups()) {
      groups.add(group.group(), jvm);
      ages.merge(group.fingerprint(), group.ages(), AgeRuling::plus);
    }
    growth.addAll(open.growth());
    overdue.addAll(open.overdue());
    live.add(open.live().in(jvm));
  }

  StillOpen sum() {
    List<OpenFinding> sums =
        groups.largestFirst().stream()
            .map(group -> new OpenFinding(group, ages(group)))
            .sorted(OpenFinding.MOST_TELLING_FIRST)
            .toList();
    return new StillOpen(
        sums, Growth.sum(growth), OverdueNotice.sum(overdue), LiveOverTime.sum(live));
  }

  private AgeRuling ages(LeakFinding group) {
    return ages.getOrDefault(group.fingerprint(), AgeRuling.UNKNOWN);
  }
}

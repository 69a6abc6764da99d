package dev.rollcall.analysis.life;

import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.LeakOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lives that a cleaner or finalizer ended, by fingerprint. */
public final class CollectorReleases {
  private final Map<String, CollectorFinding> groups = new HashMap<>();

  /** Whether a life is such. */
  public static boolean has(Life life) {
    return life.unregistered() != null && life.unregistered().byCollector();
  }

  /** Counts such a life. */
  public void add(Life life, String fingerprint) {
    add(new CollectorFinding(new LeakOrigin(fingerprint, life.type(), life.site()), 1));
  }

  private void add(CollectorFinding group) {
    groups.merge(group.origin().fingerprint(), group, CollectorFinding::plus);
  }

  /** Adds those of another file or checker. */
  public void addAll(CollectorReleases other) {
    other.groups.values().forEach(this::add);
  }

  /** How many there are of a group. */
  public long count(String fingerprint) {
    CollectorFinding group = groups.get(fingerprint);
    return group == null ? 0 : group.count();
  }

  /** The groups, largest first. */
  public List<CollectorFinding> largestFirst() {
    return groups.values().stream().sorted(CollectorFinding.LARGEST_FIRST).toList();
  }
}

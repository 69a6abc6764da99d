package dev.rollcall.analysis.life;

import dev.rollcall.diagnosis.way.Ways;
import java.util.HashMap;
import java.util.Map;

/** The healthy lives of each group: how many there were, and which ways they went. */
public final class Siblings {
  private final Fingerprints fingerprints;
  private final Map<String, Ways> groups = new HashMap<>();

  Siblings(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** Counts a life that is over. */
  void add(Life life) {
    group(fingerprints.of(life, null)).add(LifeWay.of(life));
  }

  void addAll(Siblings other) {
    other.groups.forEach((fingerprint, ways) -> group(fingerprint).addAll(ways));
  }

  private Ways group(String fingerprint) {
    return groups.computeIfAbsent(fingerprint, f -> new Ways(Fingerprints.type(f)));
  }

  /** The healthy lives of each group, by fingerprint. */
  public Map<String, Ways> groups() {
    return groups;
  }
}

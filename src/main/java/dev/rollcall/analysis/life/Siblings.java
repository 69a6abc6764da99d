package dev.rollcall.analysis.life;

import dev.rollcall.diagnosis.way.Ways;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The healthy lives of each group: how many there were, and which ways they went. */
public final class Siblings {
  private final Map<String, Ways> groups = new HashMap<>();

  /** Counts a life that is over, and healthy. */
  public void add(Life life, String fingerprint) {
    group(fingerprint).add(LifeWay.of(life));
  }

  public void addAll(Siblings other) {
    other.groups.forEach((fingerprint, ways) -> group(fingerprint).addAll(ways));
  }

  private Ways group(String fingerprint) {
    return groups.computeIfAbsent(fingerprint, f -> new Ways(Fingerprints.type(f)));
  }

  /** The ways of a group; none where nothing of it was released. */
  public Ways ways(String fingerprint) {
    Ways ways = groups.get(fingerprint);
    return ways == null ? new Ways(Fingerprints.type(fingerprint)) : ways;
  }

  /** The ways of all groups. */
  public Collection<Ways> ways() {
    return groups.values();
  }
}

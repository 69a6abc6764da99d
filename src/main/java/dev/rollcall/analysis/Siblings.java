package dev.rollcall.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The healthy lives of each group: how many there were, and which ways they went. A group remembers
 * a bounded number of ways, each of bounded length, and of the rest their number.
 */
final class Siblings {
  private static final int MAX_WAYS = 32;
  private static final int MAX_STEPS = 64;

  private final Fingerprints fingerprints;
  private final Map<String, Group> groups = new HashMap<>();

  Siblings(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  private static final class Group {
    private long count;
    private final Map<Way, Long> ways = new HashMap<>();

    void add(Way way, long times) {
      if (ways.size() < MAX_WAYS || ways.containsKey(way)) {
        ways.merge(way, times, Long::sum);
      }
    }

    void addAll(Group other) {
      count += other.count;
      other.ways.forEach(this::add);
    }

    Healthy healthy() {
      List<Healthy.Count> counts =
          ways.entrySet().stream()
              .map(entry -> new Healthy.Count(entry.getKey(), entry.getValue()))
              .sorted(Comparator.comparingLong(Healthy.Count::times).reversed())
              .toList();
      return new Healthy(count, counts);
    }
  }

  /** Counts a life that is over. */
  void add(Life life) {
    Group group = group(fingerprints.of(life, null));
    group.count++;
    if (life.ordered().size() <= MAX_STEPS) {
      group.add(Way.of(life), 1);
    }
  }

  void addAll(Siblings other) {
    other.groups.forEach((fingerprint, group) -> group(fingerprint).addAll(group));
  }

  private Group group(String fingerprint) {
    return groups.computeIfAbsent(fingerprint, f -> new Group());
  }

  /** The healthy lives of a group. */
  Healthy of(String fingerprint) {
    Group group = groups.get(fingerprint);
    return group == null ? Healthy.NONE : group.healthy();
  }
}

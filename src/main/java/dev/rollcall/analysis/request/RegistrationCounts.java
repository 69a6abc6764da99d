package dev.rollcall.analysis.request;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How many resources of a group were registered, and in which work as far as that is known. */
final class RegistrationCounts {
  private static final int MOST_PLACES = 1 << 12;

  private final Map<Group, Counted> groups = new HashMap<>();
  private final Set<Place> places = new HashSet<>();

  /** Resources of a checker with one fingerprint. */
  record Group(int checkerId, String fingerprint) {}

  /** What is counted of a group. */
  static final class Counted {
    private final Map<Place, Long> in = new HashMap<>();
    private long all;

    long all() {
      return all;
    }

    void forEach(BiConsumer<Place, Long> consumer) {
      in.forEach(consumer);
    }
  }

  void add(Group group, @Nullable Place place, long count) {
    Counted counted = groups.computeIfAbsent(group, g -> new Counted());
    counted.all += count;
    // Of very many places the rest are taken for not known.
    if (place != null && (places.contains(place) || places.size() < MOST_PLACES)) {
      places.add(place);
      counted.in.merge(place, count, Long::sum);
    }
  }

  void addAll(RegistrationCounts other) {
    other.groups.forEach(
        (group, theirs) -> {
          long known = 0;
          for (Map.Entry<Place, Long> in : theirs.in.entrySet()) {
            add(group, in.getKey(), in.getValue());
            known += in.getValue();
          }
          add(group, null, theirs.all - known);
        });
  }

  void forEach(BiConsumer<Group, Counted> consumer) {
    groups.forEach(consumer);
  }
}

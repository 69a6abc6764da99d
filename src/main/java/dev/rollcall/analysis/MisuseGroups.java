package dev.rollcall.analysis;

import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Gathers misuses by kind, type and site. */
final class MisuseGroups {
  private final int examples;
  private final Map<Key, Gathered> groups = new HashMap<>();

  MisuseGroups(int examples) {
    this.examples = examples;
  }

  private record Key(String kind, String type, Site site) {}

  private static final class Gathered {
    private long count;
    private Misused earliest;
    private final TreeSet<Long> ids = new TreeSet<>();

    Gathered(Misused first) {
      earliest = first;
    }
  }

  void add(Misused misuse) {
    Key key = new Key(misuse.kind(), misuse.type(), misuse.moment().site());
    Gathered group = groups.computeIfAbsent(key, k -> new Gathered(misuse));
    group.count++;
    if (misuse.moment().time() < group.earliest.moment().time()) {
      group.earliest = misuse;
    }
    if (misuse.resourceId() != 0) {
      group.ids.add(misuse.resourceId());
      if (group.ids.size() > examples) {
        group.ids.pollLast();
      }
    }
  }

  /** The groups, largest first, then by kind, type and site. */
  List<MisuseGroup> largestFirst() {
    return groups.entrySet().stream()
        .map(entry -> group(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(MisuseGroup::count)
                .reversed()
                .thenComparing(MisuseGroup::kind)
                .thenComparing(MisuseGroup::type)
                .thenComparing(group -> group.site().frames().toString()))
        .toList();
  }

  private static MisuseGroup group(Key key, Gathered gathered) {
    return new MisuseGroup(
        key.kind(),
        key.type(),
        gathered.count,
        Objects.requireNonNullElse(gathered.earliest.message(), ""),
        key.site(),
        List.copyOf(gathered.ids));
  }
}

package dev.rollcall.internal;

import dev.rollcall.Leak;
import dev.rollcall.LeakGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaked resources gathered by fingerprint. The result does not depend on the order in which they
 * are added, and memory grows with the number of groups only.
 */
final class Groups {
  private static final int EXAMPLES = 5;

  private final Map<String, Group> byFingerprint = new HashMap<>();
  private long leaked;
  private long sitesKnown;

  void add(Entry entry, @Nullable Site site, long now, boolean lost, long refCount) {
    leaked++;
    if (site != null) {
      sitesKnown++;
    }
    String fingerprint = site != null ? site.fingerprint() : entry.type.unknownSite;
    byFingerprint
        .computeIfAbsent(fingerprint, key -> new Group(key, entry.type.name))
        .add(entry, site, now, lost, refCount);
  }

  long leaked() {
    return leaked;
  }

  long sitesKnown() {
    return sitesKnown;
  }

  /** The groups, largest first; equally large ones by fingerprint. */
  List<LeakGroup> sorted() {
    return byFingerprint.values().stream()
        .map(Group::finished)
        .sorted(
            Comparator.comparingLong(LeakGroup::count)
                .reversed()
                .thenComparing(LeakGroup::fingerprint))
        .toList();
  }

  private record Example(Entry entry, @Nullable Site site, Leak leak) {}

  private static final class Group {
    private final String fingerprint;
    private final String type;

    /** The oldest few, oldest first. */
    private final List<Example> oldest = new ArrayList<>();

    private long count;
    private long lost;
    private long oldestMillis;
    private long minRefCount = -1;
    private long maxRefCount = -1;

    Group(String fingerprint, String type) {
      this.fingerprint = fingerprint;
      this.type = type;
    }

    void add(Entry entry, @Nullable Site site, long now, boolean isLost, long refCount) {
      long age = Math.max(0, now - entry.registeredAt());
      count++;
      lost += isLost ? 1 : 0;
      oldestMillis = Math.max(oldestMillis, age);
      if (refCount >= 0) {
        minRefCount = minRefCount < 0 ? refCount : Math.min(minRefCount, refCount);
        maxRefCount = Math.max(maxRefCount, refCount);
      }
      if (oldest.size() < EXAMPLES || entry.id < oldest.get(EXAMPLES - 1).entry.id) {
        insert(new Example(entry, site, leak(entry, age, isLost, refCount)));
      }
    }

    private void insert(Example example) {
      int place = oldest.size();
      while (place > 0 && example.entry.id < oldest.get(place - 1).entry.id) {
        place--;
      }
      oldest.add(place, example);
      if (oldest.size() > EXAMPLES) {
        oldest.remove(EXAMPLES);
      }
    }

    private Leak leak(Entry entry, long age, boolean isLost, long refCount) {
      Detail detail = entry.detail();
      return new Leak(
          entry.id,
          type,
          detail == null ? null : detail.description,
          refCount,
          Duration.ofMillis(age),
          isLost ? Leak.State.LOST : Leak.State.HELD,
          detail == null ? null : detail.thread);
    }

    LeakGroup finished() {
      Site site = oldest.get(0).site;
      return new LeakGroup(
          fingerprint,
          type,
          count,
          lost,
          Duration.ofMillis(oldestMillis),
          minRefCount,
          maxRefCount,
          site == null ? List.of() : site.frames(),
          oldest.stream().map(Example::leak).toList());
    }
  }
}

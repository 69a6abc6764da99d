package dev.rollcall.internal.check;

import dev.rollcall.Leak;
import dev.rollcall.LeakGroup;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
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

  /** Adds a leaked entry; {@code root} is the leak at which its chain of owners ends. */
  @SuppressWarnings("ReferenceEquality")
  void add(
      Entry entry, Entry root, @Nullable KnownSite site, long now, boolean lost, long refCount) {
    leaked++;
    if (site != null) {
      sitesKnown++;
    }
    Group group = group(entry, site);
    group.add(entry, root == entry, site, now, lost, refCount);
    if (root != entry) {
      group.indirect++;
      group(root, root.site()).owned.merge(group, 1L, Long::sum);
    }
  }

  private Group group(Entry entry, @Nullable KnownSite site) {
    String fingerprint = site != null ? site.fingerprint() : entry.type.unknownSite;
    return byFingerprint.computeIfAbsent(fingerprint, key -> new Group(key, entry.type.name));
  }

  long leaked() {
    return leaked;
  }

  long sitesKnown() {
    return sitesKnown;
  }

  /**
   * The groups, largest first; equally large ones by fingerprint. Those that are wholly owned by
   * others come last.
   */
  List<LeakGroup> sorted() {
    return byFingerprint.values().stream()
        .map(Group::finished)
        .sorted(
            Comparator.comparing((LeakGroup group) -> group.direct() == 0)
                .thenComparing(Comparator.comparingLong(LeakGroup::count).reversed())
                .thenComparing(LeakGroup::fingerprint))
        .toList();
  }

  private record Example(Entry entry, boolean direct, @Nullable KnownSite site, Leak leak) {
    /** Whether an entry is to be shown rather than this one. */
    boolean isAfter(Entry other, boolean isDirect) {
      return direct == isDirect ? other.isBefore(entry) : isDirect;
    }
  }

  private static final class Group {
    private final String fingerprint;
    private final String type;

    /** The oldest few, oldest first; those that no other leak owns before the others. */
    private final List<Example> oldest = new ArrayList<>();

    /** How many of which group the direct leaks of this one own. */
    private final Map<Group, Long> owned = new HashMap<>();

    private long count;
    private long indirect;
    private long lost;
    private long oldestMillis;
    private long minRefCount = -1;
    private long maxRefCount = -1;

    Group(String fingerprint, String type) {
      this.fingerprint = fingerprint;
      this.type = type;
    }

    void add(
        Entry entry,
        boolean direct,
        @Nullable KnownSite site,
        long now,
        boolean isLost,
        long refCount) {
      long age = Math.max(0, now - entry.registeredAt());
      count++;
      lost += isLost ? 1 : 0;
      oldestMillis = Math.max(oldestMillis, age);
      if (refCount >= 0) {
        minRefCount = minRefCount < 0 ? refCount : Math.min(minRefCount, refCount);
        maxRefCount = Math.max(maxRefCount, refCount);
      }
      if (oldest.size() < EXAMPLES || oldest.get(EXAMPLES - 1).isAfter(entry, direct)) {
        insert(new Example(entry, direct, site, leak(entry, age, isLost, refCount)));
      }
    }

    private void insert(Example example) {
      int place = oldest.size();
      while (place > 0 && oldest.get(place - 1).isAfter(example.entry, example.direct)) {
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
          detail == null ? null : detail.thread,
          entry.ownerId());
    }

    LeakGroup finished() {
      KnownSite site = oldest.get(0).site;
      return new LeakGroup(
          fingerprint,
          type,
          count,
          indirect,
          lost,
          Duration.ofMillis(oldestMillis),
          minRefCount,
          maxRefCount,
          site == null ? List.of() : site.frames(),
          oldest.stream().map(Example::leak).toList(),
          owned());
    }

    private List<LeakGroup.Owned> owned() {
      return owned.entrySet().stream()
          .map(
              entry ->
                  new LeakGroup.Owned(
                      entry.getKey().fingerprint, entry.getKey().type, entry.getValue()))
          .sorted(
              Comparator.comparingLong(LeakGroup.Owned::count)
                  .reversed()
                  .thenComparing(LeakGroup.Owned::fingerprint))
          .toList();
    }
  }
}

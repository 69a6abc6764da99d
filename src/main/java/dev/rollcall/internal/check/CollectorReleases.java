package dev.rollcall.internal.check;

import dev.rollcall.CollectorRelease;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the collector has released, by group. Counts are exact; of more than {@value #MAX_GROUPS}
 * groups the sites are not told.
 */
public final class CollectorReleases {
  private static final int MAX_GROUPS = 1_000;

  private record Group(String type, @Nullable KnownSite site, LongAdder count) {}

  private final ConcurrentHashMap<String, Group> groups = new ConcurrentHashMap<>();

  /** Counts a resource that has left the live map, before its site is given up. */
  public void add(Entry entry) {
    if (entry.isIgnored()) {
      return;
    }
    KnownSite site = groups.size() < MAX_GROUPS ? entry.site() : null;
    String fingerprint = site == null ? entry.type.unknownSite : site.fingerprint();
    groups
        .computeIfAbsent(fingerprint, f -> new Group(entry.type.name, site, new LongAdder()))
        .count
        .increment();
  }

  /** The groups, the largest first. */
  List<CollectorRelease> all() {
    return groups.entrySet().stream()
        .map(
            group -> {
              KnownSite site = group.getValue().site;
              return new CollectorRelease(
                  group.getKey(),
                  group.getValue().type,
                  group.getValue().count.sum(),
                  site == null ? List.of() : site.frames());
            })
        .sorted(
            Comparator.comparingLong(CollectorRelease::count)
                .reversed()
                .thenComparing(CollectorRelease::fingerprint))
        .toList();
  }
}

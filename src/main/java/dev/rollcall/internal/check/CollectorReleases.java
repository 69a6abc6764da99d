package dev.rollcall.internal.check;

import dev.rollcall.CollectorRelease;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the collector has released, by group. Counts are exact; of more than {@value #MAX_GROUPS}
 * groups, or of more than {@value #MAX_WAITING} at once, the sites are not told.
 *
 * <p>To resolve a trace takes ten to a hundred times as long as all the rest of a release, and a
 * cleaner's one thread may have many to make. So the traces wait for the watching thread, or for a
 * check.
 */
public final class CollectorReleases {
  private static final int MAX_GROUPS = 1_000;
  private static final int MAX_WAITING = 5_000;

  private record Group(String type, @Nullable KnownSite site, LongAdder count) {}

  private final ConcurrentHashMap<String, Group> groups = new ConcurrentHashMap<>();

  private final Queue<Entry> waiting = new LinkedBlockingQueue<>(MAX_WAITING);

  /** Counts a resource that has left the live map, before its site is given up. */
  public void add(Entry entry) {
    if (!entry.isIgnored() && !(entry.holdsTrace() && waiting.offer(entry))) {
      count(entry, entry.holdsTrace() ? null : entry.site());
    }
  }

  /** Puts one that waits into its group; returns how many frames that took, 0 if none waits. */
  public synchronized int resolve() {
    Entry entry = waiting.peek();
    if (entry == null) {
      return 0;
    }
    KnownSite site = entry.site();
    count(entry, site);
    Entry unused = waiting.poll(); // only now: memory may run out before
    return site == null ? 1 : 1 + site.frames().size();
  }

  private void count(Entry entry, @Nullable KnownSite known) {
    KnownSite site = groups.size() < MAX_GROUPS ? known : null;
    String fingerprint = site == null ? entry.type.unknownSite : site.fingerprint();
    groups
        .computeIfAbsent(fingerprint, f -> new Group(entry.type.name, site, new LongAdder()))
        .count
        .increment();
  }

  /** The groups, the largest first. */
  synchronized List<CollectorRelease> all() {
    int left = waiting.size();
    while (left > 0 && resolve() > 0) {
      left--;
    }
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

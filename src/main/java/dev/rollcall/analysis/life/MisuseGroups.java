package dev.rollcall.analysis.life;

import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gathers misuses by kind, type and site. */
public final class MisuseGroups {
  /** How many ids a group remembers. */
  private static final int MAX_IDS = 16;

  private final Map<Key, Gathered> groups = new HashMap<>();

  /** What misuses of one group have in common. */
  public record Key(String kind, String type, Site site) {
    static Key of(Misused misuse) {
      return new Key(misuse.kind(), misuse.type(), misuse.moment().site());
    }

    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Key o
              && kind.equals(o.kind)
              && type.equals(o.type)
              && site.equals(o.site));
    }

    @Override
    public int hashCode() {
      return 31 * (31 * kind.hashCode() + type.hashCode()) + site.hashCode();
    }
  }

  private static final class Gathered {
    private long count;
    private Misused earliest;
    private final TreeSet<Long> ids = new TreeSet<>();

    void remember(long id) {
      ids.add(id);
      if (ids.size() > MAX_IDS) {
        ids.pollLast();
      }
    }

    Gathered(Misused first) {
      earliest = first;
    }
  }

  void add(Misused misuse) {
    Gathered group = groups.computeIfAbsent(Key.of(misuse), k -> new Gathered(misuse));
    group.count++;
    if (misuse.moment().time() < group.earliest.moment().time()) {
      group.earliest = misuse;
    }
    if (misuse.resourceId() != 0) {
      group.remember(misuse.resourceId());
    }
  }

  public void addAll(MisuseGroups other) {
    other.groups.forEach(
        (key, gathered) -> {
          Gathered group = groups.computeIfAbsent(key, k -> new Gathered(gathered.earliest));
          group.count += gathered.count;
          if (gathered.earliest.moment().time() < group.earliest.moment().time()) {
            group.earliest = gathered.earliest;
          }
          gathered.ids.forEach(group::remember);
        });
  }

  /** All misuses. */
  public long count() {
    return groups.values().stream().mapToLong(group -> group.count).sum();
  }

  /** What there is, with a few of the lowest ids for each group; in no order. */
  public void forEach(int ids, BiConsumer<Key, MisuseFinding> consumer) {
    groups.forEach((key, gathered) -> consumer.accept(key, group(key, gathered, ids)));
  }

  private static MisuseFinding group(Key key, Gathered gathered, int ids) {
    return new MisuseFinding(
        key.kind(),
        key.type(),
        gathered.count,
        Objects.requireNonNullElse(gathered.earliest.message(), ""),
        key.site(),
        gathered.ids.stream().limit(ids).toList());
  }
}

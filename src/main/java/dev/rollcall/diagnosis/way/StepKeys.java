package dev.rollcall.diagnosis.way;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What steps of different ways are compared by, as a number for each: hundreds of ways of a hundred
 * steps are laid beside each other.
 */
public final class StepKeys {
  private record Key(Stop.Kind kind, @Nullable String note, @Nullable Method by) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Key o
              && kind.equals(o.kind)
              && Objects.equals(note, o.note)
              && Objects.equals(by, o.by));
    }

    @Override
    public int hashCode() {
      return 31 * (31 * kind.hashCode() + Objects.hashCode(note)) + Objects.hashCode(by);
    }
  }

  private final CallPaths paths;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<Way, int[]> known = new IdentityHashMap<>();

  public StepKeys(CallPaths paths) {
    this.paths = paths;
  }

  /** The keys of a way's steps. */
  public int[] of(Way way) {
    return known.computeIfAbsent(way, w -> keys(w.stops()));
  }

  private int[] keys(List<Stop> stops) {
    int[] keys = new int[stops.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = numbers.computeIfAbsent(key(stops.get(i)), key -> numbers.size());
    }
    return keys;
  }

  /** The release that makes the count zero and the unregistration are one step in two events. */
  private Key key(Stop stop) {
    CallPath path = paths.of(stop);
    return new Key(
        stop.kind() == Stop.Kind.UNREGISTER ? Stop.Kind.RELEASE : stop.kind(),
        stop.note(),
        path.isEmpty() ? null : path.last());
  }
}

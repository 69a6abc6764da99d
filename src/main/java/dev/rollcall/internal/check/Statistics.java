package dev.rollcall.internal.check;

import dev.rollcall.LeakStatistics;
import dev.rollcall.LeakStatistics.TypeCounts;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.TypeCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums up what a checker has counted anyway. */
public final class Statistics {
  private Statistics() {}

  /** The statistics of a checker. */
  public static LeakStatistics of(State state) {
    List<TypeCounts> types = types(state);
    return new LeakStatistics(
        types.stream().mapToLong(TypeCounts::registered).sum(),
        types.stream().mapToLong(TypeCounts::unregistered).sum(),
        types.stream().mapToLong(TypeCounts::misuses).sum(),
        oldestAge(state),
        state.lastCheck(),
        types);
  }

  /** The counts by type, at most {@link LeakStatistics#MAX_TYPES} and one for all others. */
  public static List<TypeCounts> types(State state) {
    List<TypeCounts> types = new ArrayList<>();
    List<TypeCount> others = new ArrayList<>();
    state
        .types
        .byName()
        .forEach(
            (name, counts) -> {
              if (types.size() < LeakStatistics.MAX_TYPES) {
                types.add(sum(name, counts));
              } else {
                others.addAll(counts);
              }
            });
    if (!others.isEmpty()) {
      types.add(sum(LeakStatistics.OTHER, others));
    }
    return types;
  }

  /** What was unregistered is read first, so that it is never more than what was registered. */
  private static TypeCounts sum(String name, List<TypeCount> counts) {
    long unregistered = counts.stream().mapToLong(count -> count.unregistered.sum()).sum();
    return new TypeCounts(
        name,
        counts.stream().mapToLong(count -> count.registered.sum()).sum(),
        unregistered,
        counts.stream().mapToLong(count -> count.misused.sum()).sum());
  }

  /** The age of the oldest live resource that is not ignored; null when there is none. */
  public static @Nullable Duration oldestAge(State state) {
    Entry oldest = state.live.oldest();
    return oldest == null
        ? null
        : Duration.ofMillis(Math.max(0, System.currentTimeMillis() - oldest.registeredAt()));
  }
}

package dev.rollcall.internal.check;

import dev.rollcall.LeakStatistics;
import dev.rollcall.LeakStatistics.TypeCounts;
import dev.rollcall.OpenResources;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.open.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** What is open, by type, bounded as {@link #types} is. */
  public static List<OpenResources> openByType(State state) {
    Trend trend = state.trend();
    state.oldest.refresh(state.types.all());
    long now = System.currentTimeMillis();
    List<OpenResources> open = new ArrayList<>();
    List<TypeCount> others = new ArrayList<>();
    for (Map.Entry<String, List<TypeCount>> type : state.types.byName().entrySet()) {
      if (open.size() < LeakStatistics.MAX_TYPES) {
        open.add(open(type.getKey(), type.getValue(), state, trend, now));
      } else {
        others.addAll(type.getValue());
      }
    }
    if (!others.isEmpty()) {
      open.add(open(LeakStatistics.OTHER, others, state, trend, now));
    }
    return List.copyOf(open);
  }

  private static OpenResources open(
      String name, List<TypeCount> counts, State state, Trend trend, long now) {
    long oldest = -1;
    long overdue = 0;
    for (TypeCount count : counts) {
      oldest = Math.max(oldest, state.oldest.ageMillis(count, now));
      overdue += count.overdue();
    }
    return new OpenResources(
        name,
        sum(name, counts).live(),
        oldest < 0 ? null : Duration.ofMillis(oldest),
        trend.perMinute(name),
        overdue);
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

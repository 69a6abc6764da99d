package dev.rollcall.micrometer;

import dev.rollcall.LeakStatistics;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.live.TypeCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The meters of one checker in one registry. */
final class TypeMeters {
  private final State state;
  private final TypeCounts types;
  private final MeterRegistry registry;
  private final Iterable<Tag> tags;
  private final Map<String, Row> rows = new HashMap<>();
  private final Row other = new Row();
  private final List<Meter> meters = new ArrayList<>();

  /**
   * Held while meters are made, which is the registry's code: a gauge that is read meanwhile must
   * not wait, for whoever reads it may hold what the registry needs.
   */
  private final ReentrantLock making = new ReentrantLock();

  private boolean closed;

  TypeMeters(State state, MeterRegistry registry, Iterable<Tag> tags) {
    this.state = state;
    this.types = state.types;
    this.registry = registry;
    this.tags = tags;
  }

  /** What is counted together; several where class loaders have classes of one name. */
  private static final class Row {
    volatile List<TypeCount> counts = List.of();

    double sum(Function<TypeCount, LongAdder> which) {
      return counts.stream().mapToLong(count -> which.apply(count).sum()).sum();
    }

    double overdue() {
      return counts.stream().mapToLong(TypeCount::overdue).sum();
    }

    double live() {
      double unregistered = sum(count -> count.unregistered);
      return Math.max(0, sum(count -> count.registered) - unregistered);
    }
  }

  /** Registers the meters of all types so far, and of what has none of its own. */
  void start() {
    making.lock();
    try {
      add(LeakStatistics.OTHER, other);
      refresh();
    } finally {
      making.unlock();
    }
  }

  /** Registers the meters of types that are new. */
  private void refresh() {
    if (closed) {
      return;
    }
    List<TypeCount> others = new ArrayList<>();
    int place = 0;
    for (Map.Entry<String, List<TypeCount>> type : types.byName().entrySet()) {
      if (place++ < LeakStatistics.MAX_TYPES) {
        Row known = rows.get(type.getKey());
        Row row = known != null ? known : new Row();
        row.counts = type.getValue();
        if (known == null) {
          rows.put(type.getKey(), row);
          add(type.getKey(), row);
        }
      } else {
        others.addAll(type.getValue());
      }
    }
    other.counts = others;
  }

  private void add(String type, Row row) {
    Tags all = Tags.of(tags).and("type", type);
    meters.add(
        Gauge.builder("rollcall.resources.live", row, this::live)
            .description("Resources that are registered and not yet unregistered")
            .tags(all)
            .strongReference(true)
            .register(registry));
    gauge("oldest", "Age of the oldest live resource", "seconds", all, row, this::oldest);
    gauge(
        "growth",
        "By how many the fewest that are live become more a minute",
        "",
        all,
        row,
        same -> growth(type));
    gauge("overdue", "Live resources that are older than expected", "", all, row, Row::overdue);
    count("registered", "Resources that have been registered", all, row, c -> c.registered);
    count("released", "Resources that have been unregistered", all, row, c -> c.unregistered);
    count(
        "unfollowed",
        "Resources of which recordings have no steps, for their settings give a budget of lives",
        all,
        row,
        c -> c.unfollowed);
    count("misused", "Misuses of resources", all, row, c -> c.misused);
  }

  private void gauge(
      String name, String text, String unit, Tags all, Row row, ToDoubleFunction<Row> value) {
    meters.add(
        Gauge.builder("rollcall.resources." + name, row, value)
            .description(text)
            .baseUnit(unit.isEmpty() ? null : unit)
            .tags(all)
            .strongReference(true)
            .register(registry));
  }

  /** In seconds; NaN where none is live, or its age is not known now. */
  private double oldest(Row row) {
    state.oldest.refresh(types.all());
    long now = System.currentTimeMillis();
    long oldest = -1;
    for (TypeCount count : row.counts) {
      oldest = Math.max(oldest, state.oldest.ageMillis(count, now));
    }
    return oldest < 0 ? Double.NaN : oldest / 1e3;
  }

  /** NaN where it is too early to say. */
  private double growth(String type) {
    Double perMinute = state.trend().perMinute(type);
    return perMinute == null ? Double.NaN : perMinute;
  }

  /** The counter's function holds the row; its registry would let go of it. */
  private void count(
      String name, String text, Tags all, Row row, Function<TypeCount, LongAdder> which) {
    meters.add(
        FunctionCounter.builder("rollcall.resources." + name, types, held -> row.sum(which))
            .description(text)
            .tags(all)
            .register(registry));
  }

  private double live(Row row) {
    if (making.tryLock()) {
      try {
        refresh();
      } finally {
        making.unlock();
      }
    }
    return row.live();
  }

  void close() {
    List<Meter> ending;
    making.lock();
    try {
      closed = true;
      ending = List.copyOf(meters);
      meters.clear();
      rows.clear();
    } finally {
      making.unlock();
    }
    ending.forEach(registry::remove);
  }
}

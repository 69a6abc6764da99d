package dev.rollcall.micrometer;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakStatistics;
import dev.rollcall.internal.ActiveChecker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/**
 * How many resources of each type are live, and were registered, released and misused:
 *
 * <pre>{@code
 * new RollcallMetrics().bindTo(registry);
 * }</pre>
 *
 * <p>The meters are {@code rollcall.resources.live}, a gauge, and {@code .registered}, {@code
 * .released}, {@code .unfollowed} and {@code .misused}, counters, and {@code .oldest}, in seconds,
 * {@code .growth}, by how many the fewest that are live become more a minute, and {@code .overdue},
 * gauges, each with the tag {@code type}: the name of the class. The first {@value
 * LeakStatistics#MAX_TYPES} types that are seen have meters of their own, and keep them, so that no
 * curve jumps; all others are counted together as {@value LeakStatistics#OTHER}. Nothing else
 * becomes a tag: a fingerprint or a description would make a meter of each bug or resource.
 *
 * <p>The checker is not asked for more than it counts anyway, and its own calls do nothing for
 * this. A type that appears later gets its meters when a gauge of this is read, so that they are
 * there at the next reading: no thread waits for it, and no program's thread makes meters. Safe for
 * use by several threads.
 */
public final class RollcallMetrics implements MeterBinder, Closeable {
  private final LeakChecker checker;
  private final Iterable<Tag> tags;
  private final List<TypeMeters> bound = new ArrayList<>();

  /** Of the global checker. */
  public RollcallMetrics() {
    this(LeakChecker.global(), Tags.empty());
  }

  /** Of a checker; each meter has these tags too. */
  public RollcallMetrics(LeakChecker checker, Iterable<Tag> tags) {
    this.checker = checker;
    this.tags = tags;
  }

  /** Registers the meters; none where the checker is off. */
  @Override
  public void bindTo(MeterRegistry registry) {
    if (checker instanceof ActiveChecker active) {
      TypeMeters meters = new TypeMeters(active.state, registry, tags);
      synchronized (bound) {
        bound.add(meters);
      }
      Object unused = active.state.trend(); // from now on, so that it is known when it is read
      meters.start();
    }
  }

  /** Removes the meters from every registry. */
  @Override
  public void close() {
    List<TypeMeters> ending;
    synchronized (bound) {
      ending = List.copyOf(bound);
      bound.clear();
    }
    ending.forEach(TypeMeters::close);
  }
}

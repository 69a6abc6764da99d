package dev.rollcall.analysis;

import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * The way a life went: its steps in order, each with its kind and site, without times and threads.
 * Thousands of healthy lives go a handful of ways.
 */
public record Way(List<Stop> stops) {
  /** A step of a way. Sites are compared by identity: the reader gives equal ones the same. */
  @SuppressWarnings("ReferenceEquality")
  public record Stop(Step.Kind kind, Site site) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Stop stop && stop.kind == kind && stop.site == site;
    }

    @Override
    public int hashCode() {
      return kind.hashCode() * 31 + System.identityHashCode(site);
    }
  }

  public Way {
    stops = List.copyOf(stops);
  }

  /** The way of a life that has a registration and an end. */
  static Way of(Life life) {
    List<Numbered> steps = life.ordered();
    List<Stop> stops = new ArrayList<>(steps.size() + 2);
    stops.add(new Stop(Step.Kind.REGISTER, life.site()));
    for (Numbered step : steps) {
      stops.add(new Stop(kind(step), step.moment().site()));
    }
    stops.add(new Stop(Step.Kind.UNREGISTER, life.endSite()));
    return new Way(stops);
  }

  private static Step.Kind kind(Numbered step) {
    if (step instanceof Counted counted) {
      return counted.retain() ? Step.Kind.RETAIN : Step.Kind.RELEASE;
    }
    return Step.Kind.TOUCH;
  }
}

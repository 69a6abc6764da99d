package dev.rollcall.analysis.life;

import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Used;
import dev.rollcall.recording.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The way that a life went. Of a very long one the middle is left out. */
public final class LifeWay {
  private static final int BEGINNING = 32;
  private static final int END = 64;

  private final List<Stop> stops = new ArrayList<>();

  /** Ids are of one life; numbered as they come, owners are the same in all lives. */
  private Map<Long, Integer> owners = Map.of();

  private long count = 1;

  private LifeWay() {}

  /** The way of a life, with what became of its owners. */
  public static Way of(Life life, LongFunction<Owner> ownerOf) {
    LifeWay route = new LifeWay();
    Way way = route.way(life);
    return route.owners.isEmpty()
        ? way
        : new Way(
            way.stops(),
            way.sequel(),
            route.owners.keySet().stream().map(ownerOf::apply).toList(),
            way.uses());
  }

  /** The way of a life. */
  public static Way of(Life life) {
    return new LifeWay().way(life);
  }

  /** The way of a life to what was done wrong with it, which is its last step. */
  static Way of(Life life, Misused misuse) {
    Way way = of(life);
    List<Stop> stops = new ArrayList<>(way.stops());
    stops.add(refused(misuse));
    return new Way(stops, null, way.owners(), way.uses());
  }

  /** As it was meant: what a refused release was to give back, it did not. */
  private static Stop refused(Misused misuse) {
    return switch (misuse.kind()) {
      case MisusedLives.OVER_RELEASE, MisusedLives.DOUBLE_UNREGISTER ->
          new Stop(Stop.Kind.RELEASE, misuse.moment().site(), -1, null);
      case MisusedLives.RETAIN_AFTER_DESTROY ->
          new Stop(Stop.Kind.RETAIN, misuse.moment().site(), 1, null);
      default -> touch(misuse.moment(), misuse.kind());
    };
  }

  private Way way(Life life) {
    stops.add(new Stop(Stop.Kind.REGISTER, life.site(), 1, null, number(life.ownerId())));
    List<Numbered> steps = life.ordered();
    for (int i = 0; i < steps.size(); i++) {
      // As an object: to ask for an interface, as a cast does, is dear (see EventTaker).
      Object step = steps.get(i);
      Stop next = stop(step);
      if (i < BEGINNING || i >= steps.size() - END) {
        stops.add(next);
      }
    }
    if (life.unregistered() != null) {
      stops.add(new Stop(Stop.Kind.UNREGISTER, life.endSite(), (int) -count, null));
      return new Way(stops, null, List.of(), uses(life));
    }
    Moment sequel = life.sequel();
    return new Way(
        stops,
        sequel == null ? null : new Stop(Stop.Kind.TOUCH, sequel.site(), 0, null),
        List.of(),
        uses(life));
  }

  private static boolean uses(Life life) {
    return life.registered() == null || life.registered().uses();
  }

  private int number(long ownerId) {
    if (ownerId == 0) {
      return 0;
    }
    owners = owners.isEmpty() ? new LinkedHashMap<>() : owners;
    int next = owners.size() + 1;
    Integer known = owners.putIfAbsent(ownerId, next);
    return known == null ? next : known;
  }

  private Stop stop(Object step) {
    if (step instanceof Counted counted) {
      // A count may jump: not everything that changes it is recorded.
      long before = count;
      count = counted.refCount() < 0 ? before + (counted.retain() ? 1 : -1) : counted.refCount();
      return new Stop(
          counted.retain() ? Stop.Kind.RETAIN : Stop.Kind.RELEASE,
          counted.moment().site(),
          (int) (count - before),
          null,
          number(counted.ownerId()));
    }
    // Who has a resource in hand is the same question, whether it was handed over or used.
    return step instanceof Touched touched
        ? touch(touched.moment(), NoteShape.of(touched.note()))
        : touch(((Used) step).moment(), Stop.USED);
  }

  private static Stop touch(Moment moment, @Nullable String note) {
    return new Stop(Stop.Kind.TOUCH, moment.site(), 0, note);
  }
}

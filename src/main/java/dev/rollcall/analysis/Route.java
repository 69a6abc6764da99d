package dev.rollcall.analysis;

import dev.rollcall.diagnosis.Stop;
import dev.rollcall.diagnosis.Way;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way that a life went. Of a very long one the middle is left out. */
final class Route {
  private static final int BEGINNING = 32;
  private static final int END = 64;

  /** Numbers in a note are of one life; what is the same in all lives is around them. */
  private static final Pattern NUMBER = Pattern.compile("(?:0x[0-9a-fA-F]+|[0-9]+)");

  private final List<Stop> stops = new ArrayList<>();
  private long count = 1;

  private Route() {}

  static Way of(Life life) {
    Route route = new Route();
    route.stops.add(new Stop(Stop.Kind.REGISTER, life.site(), 1, null));
    List<Numbered> steps = life.ordered();
    for (int i = 0; i < steps.size(); i++) {
      Stop stop = route.stop(steps.get(i));
      if (i < BEGINNING || i >= steps.size() - END) {
        route.stops.add(stop);
      }
    }
    if (life.unregistered() != null) {
      route.stops.add(new Stop(Stop.Kind.UNREGISTER, life.endSite(), (int) -route.count, null));
      return new Way(route.stops, null);
    }
    Moment sequel = life.sequel();
    return new Way(
        route.stops, sequel == null ? null : new Stop(Stop.Kind.TOUCH, sequel.site(), 0, null));
  }

  private Stop stop(Numbered step) {
    if (step instanceof Counted counted) {
      // A count may jump: not everything that changes it is recorded.
      long before = count;
      count = counted.refCount() < 0 ? before + (counted.retain() ? 1 : -1) : counted.refCount();
      return new Stop(
          counted.retain() ? Stop.Kind.RETAIN : Stop.Kind.RELEASE,
          step.moment().site(),
          (int) (count - before),
          null);
    }
    return new Stop(Stop.Kind.TOUCH, step.moment().site(), 0, shape(((Touched) step).note()));
  }

  private static @Nullable String shape(@Nullable String note) {
    return note == null ? null : NUMBER.matcher(note).replaceAll("#");
  }
}

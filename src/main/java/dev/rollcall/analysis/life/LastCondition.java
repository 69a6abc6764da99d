package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import java.util.List;

/** What is known of a resource that is not over: as a check at the end would have found it. */
public final class LastCondition {
  private static final long UNKNOWN = -1;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private LastCondition() {}

  /**
   * The condition at a time; the age is -1 where nothing tells when the resource was registered.
   */
  public static Condition of(Life life, long end) {
    LiveFound live = life.live();
    return new Condition(
        refCount(life),
        ageMillis(life, end),
        life.isLost() || (live != null && live.condition().lost()),
        live == null ? null : live.condition().fingerprint(),
        life.ownerId());
  }

  private static long ageMillis(Life life, long end) {
    LiveFound live = life.live();
    long began = 0;
    if (life.registered() != null) {
      began = life.registered().moment().time();
    } else if (live != null) {
      long remembered = live.registration().time();
      began =
          remembered > 0
              ? remembered
              : live.moment().time() - live.condition().ageMillis() * NANOS_PER_MILLI;
    }
    return began == 0 ? UNKNOWN : Math.max(0, end - began) / NANOS_PER_MILLI;
  }

  /** The last reference count that a step or a checkpoint tells; -1 where none does. */
  public static long refCount(Life life) {
    long last = UNKNOWN;
    List<Numbered> steps = life.ordered();
    for (Numbered step : steps) {
      if (step instanceof Counted counted) {
        last = counted.refCount();
      }
    }
    LiveFound live = life.live();
    if (live == null || live.condition().refCount() < 0) {
      return last;
    }
    int sequence = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).sequence();
    return last < 0 || live.sequence() - sequence >= 0 ? live.condition().refCount() : last;
  }
}

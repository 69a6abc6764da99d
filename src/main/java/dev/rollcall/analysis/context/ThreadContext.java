package dev.rollcall.analysis.context;

import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of one thread: the exceptions thrown, when resources were registered, its end. */
final class ThreadContext {
  private static final Comparator<Thrown> BY_TIME =
      Comparator.comparingLong(event -> event.moment().time());

  private final List<Thrown> thrown = new ArrayList<>(0);
  private int oldThrown;
  private boolean sorted = true;
  private final Registrations registered = new Registrations();
  private long end;

  void add(Thrown event) {
    thrown.add(event);
    sorted = false;
  }

  void add(Registered event) {
    registered.add(event.moment().time(), event.moment().site());
  }

  void end(long time) {
    end = Math.max(end, time);
  }

  void addAll(ThreadContext other) {
    thrown.addAll(other.thrown);
    sorted = false;
    registered.addAll(other.registered);
    end(other.end);
  }

  int size() {
    return thrown.size() + registered.size();
  }

  /** When the thread ended after a moment; 0 where it did not. */
  long endAfter(long time) {
    return end > time ? end : 0;
  }

  /** Where the thread registered resources between a step and what was thrown; null: too often. */
  @Nullable List<Site> registeredBetween(RecordingEvent step, Thrown thrown) {
    return registered.between(step.moment().time(), thrown.moment().time());
  }

  /** The first exception after a step of a life. */
  @Nullable Thrown thrownAfter(RecordingEvent step) {
    if (!sorted) {
      thrown.sort(BY_TIME);
      sorted = true;
    }
    int low = 0;
    int high = thrown.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thrown.get(middle).moment().time() > step.moment().time()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < thrown.size() ? thrown.get(low) : null;
  }

  /**
   * Drops what can matter to none of the lives that are kept. Only the first after a last step can;
   * and the first of all, to a life that is in another file or chunk. What was added since the last
   * time stays: the file's order is not that of time.
   */
  void prune(List<? extends RecordingEvent> lastSteps) {
    registered.prune(lastSteps.stream().mapToLong(step -> step.moment().time()).toArray());
    if (thrown.isEmpty()) {
      return;
    }
    Set<Thrown> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(thrown.subList(oldThrown, thrown.size()));
    for (RecordingEvent step : lastSteps) {
      Thrown next = thrownAfter(step);
      if (next != null) {
        wanted.add(next);
      }
    }
    if (!sorted) {
      thrown.sort(BY_TIME);
      sorted = true;
    }
    wanted.add(thrown.get(0));
    thrown.removeIf(event -> !wanted.contains(event));
    oldThrown = thrown.size();
  }
}

package dev.rollcall.analysis.context;

import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.RecordingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of one thread: where exceptions were thrown, resources registered, and its end. */
final class ThreadContext {
  private static final Comparator<RecordingEvent> BY_TIME =
      Comparator.comparingLong(event -> event.moment().time());

  private final List<Thrown> thrown = new ArrayList<>(0);
  private final List<Registered> registered = new ArrayList<>(0);
  private int oldThrown;
  private int oldRegistered;
  private boolean sorted = true;
  private long end;

  void add(Thrown event) {
    thrown.add(event);
    sorted = false;
  }

  void add(Registered event) {
    registered.add(event);
    sorted = false;
  }

  void end(long time) {
    end = Math.max(end, time);
  }

  void addAll(ThreadContext other) {
    thrown.addAll(other.thrown);
    registered.addAll(other.registered);
    end(other.end);
    sorted = false;
  }

  int size() {
    return thrown.size() + registered.size();
  }

  /** When the thread ended after a moment; 0 where it did not. */
  long endAfter(long time) {
    return end > time ? end : 0;
  }

  /**
   * The first exception after a step of a life and before the thread registered another resource.
   */
  @Nullable Thrown thrownAfter(RecordingEvent step) {
    Thrown next = next(thrown, step);
    Registered bound = next(registered, step);
    boolean inTime =
        next != null && (bound == null || bound.moment().time() > next.moment().time());
    return inTime ? next : null;
  }

  private <E extends RecordingEvent> @Nullable E next(List<E> events, RecordingEvent step) {
    if (!sorted) {
      thrown.sort(BY_TIME);
      registered.sort(BY_TIME);
      sorted = true;
    }
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).moment().time() > step.moment().time()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < events.size() ? events.get(low) : null;
  }

  /**
   * Drops what can matter to none of the lives that are kept. Only the first after a last step can;
   * and the first of all, to a life that is in another file. What was added since the last time
   * stays: the file's order is not that of time.
   */
  void prune(List<? extends RecordingEvent> lastSteps) {
    Set<RecordingEvent> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Thrown> freshThrown = List.copyOf(thrown.subList(oldThrown, thrown.size()));
    List<Registered> freshRegistered =
        List.copyOf(registered.subList(oldRegistered, registered.size()));
    wanted.addAll(freshThrown);
    wanted.addAll(freshRegistered);
    want(wanted, thrown, lastSteps);
    want(wanted, registered, lastSteps);
    thrown.removeIf(event -> !wanted.contains(event));
    registered.removeIf(event -> !wanted.contains(event));
    oldThrown = thrown.size();
    oldRegistered = registered.size();
  }

  private <E extends RecordingEvent> void want(
      Set<RecordingEvent> wanted, List<E> events, List<? extends RecordingEvent> lastSteps) {
    for (RecordingEvent step : lastSteps) {
      E next = next(events, step);
      if (next != null) {
        wanted.add(next);
      }
    }
    if (!events.isEmpty()) {
      wanted.add(events.get(0));
    }
  }
}

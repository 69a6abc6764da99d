package dev.rollcall.internal.exit;

import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.Apart;
import dev.rollcall.internal.check.State;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The checkers that take part in checkpoints: the global one, and others until their final check.
 */
public final class Checkers {
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final List<State> ALL = new CopyOnWriteArrayList<>();

  private Checkers() {}

  /** The id of the next checker apart from the global one. */
  public static int nextId() {
    return IDS.incrementAndGet();
  }

  /** Lets a checker take part. */
  public static void start(State state) {
    ALL.add(state);
    // A recording that is noticed only now, as the door opens, starts with this checker in the
    // list.
    boolean recording = EventDoor.isRecording();
    OldTraces.of(state);
    Watch.start();
    Apart.run(() -> EventDoor.install(Checkpoint.CALLBACKS));
    if (recording) {
      Checkpoint.start(state);
    }
  }

  static void forget(State state) {
    ALL.remove(state);
  }

  static List<State> all() {
    return ALL;
  }
}

package dev.rollcall.internal.exit;

import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.overdue.OverdueWatch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The checkers that take part in checkpoints: the global one, and others until their final check.
 */
public final class Checkers {
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final CopyOnWriteArrayList<State> ALL = new CopyOnWriteArrayList<>();
  private static final Starting DOOR =
      new Starting("rollcall-start", () -> EventDoor.install(Checkpoint.CALLBACKS));

  private Checkers() {}

  /** The id of the next checker apart from the global one. */
  public static int nextId() {
    return IDS.incrementAndGet();
  }

  /**
   * Lets a checker take part, and opens the door to JFR.
   *
   * @return whether that is over, or to be asked for again; see {@link Starting#isOver}
   */
  public static boolean start(State state) {
    if (ALL.addIfAbsent(state)) {
      // A recording that is noticed only now, as the door opens, starts with this checker in the
      // list.
      boolean recording = EventDoor.isRecording();
      OldTraces.of(state);
      Watch.start();
      if (recording) {
        Checkpoint.start(state);
      }
    }
    return DOOR.isOver();
  }

  /** Takes samples of how many are open, where somebody asks for that. For the watching thread. */
  static void sample(long nowMillis) {
    for (State state : ALL) {
      state.sample(nowMillis);
    }
  }

  /** Looks for what is older than expected, where anything is. For the watching thread. */
  static void lookForOverdue() {
    for (State state : ALL) {
      OverdueWatch overdue = state.overdue;
      if (overdue != null) {
        overdue.look();
      }
    }
  }

  static void forget(State state) {
    ALL.remove(state);
  }

  static List<State> all() {
    return ALL;
  }
}

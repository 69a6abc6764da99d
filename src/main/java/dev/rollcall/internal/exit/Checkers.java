package dev.rollcall.internal.exit;

import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.Settings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The checkers that take part in checkpoints: the global one, and others until their final check.
 */
public final class Checkers {
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final List<ActiveChecker> ALL = new CopyOnWriteArrayList<>();

  private Checkers() {}

  public static ActiveChecker start(Settings settings) {
    return start(new ActiveChecker(IDS.incrementAndGet(), settings));
  }

  /** Starts a checker whose every registration one scope is blamed for. */
  public static ActiveChecker start(Settings settings, Scope owner) {
    return start(new ActiveChecker(IDS.incrementAndGet(), settings, owner));
  }

  /** Starts the checker with id 0, which calls the roll at exit. */
  public static ActiveChecker startGlobal(Settings settings) {
    ActiveChecker global = start(new ActiveChecker(0, settings));
    ExitCheck.install(global);
    return global;
  }

  private static ActiveChecker start(ActiveChecker checker) {
    ALL.add(checker);
    // A recording that is noticed only now, as the door opens, starts with this checker in the
    // list.
    boolean recording = EventDoor.isRecording();
    Watch.start();
    EventDoor.install(Checkpoint.CALLBACKS);
    if (recording) {
      Checkpoint.start(checker);
    }
    return checker;
  }

  static void forget(ActiveChecker checker) {
    ALL.remove(checker);
  }

  static List<ActiveChecker> all() {
    return ALL;
  }
}

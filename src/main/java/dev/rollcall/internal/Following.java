package dev.rollcall.internal;

import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.scope.Scope;

/** Whether anybody follows the steps of lives: a recording, or a test. */
public final class Following {
  private Following() {}

  /** Costs two volatile reads; while it is false, a step leaves nothing behind. */
  public static boolean isOn() {
    return EventDoor.isOpen() || Scope.anyOpen();
  }
}

package dev.rollcall.internal.follow;

import dev.rollcall.event.EventDoor;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.event.LivesSetting;
import dev.rollcall.event.StepKind;

/** How much of a life recordings follow. */
public enum Extent {
  /** Every step. */
  ALL,

  /** Every step but its uses. */
  WITHOUT_USES,

  /** Nothing: they have what checks and checkpoints say of it. */
  NOTHING;

  /**
   * That of a life that begins now, which takes its part of the budgets. Without a recording it is
   * all of it, and costs a read.
   *
   * @param lives what is left for lives of its type
   * @param uses what is left for those whose uses are recorded
   * @param now in tenths of a second
   */
  public static Extent ofNext(Budget lives, Budget uses, int now) {
    if (!EventDoor.isOpen()) {
      return ALL;
    }
    int followed = LifecycleEvents.lives();
    if (followed != LivesSetting.ALL && !lives.take(followed, now)) {
      return NOTHING;
    }
    int used = LifecycleEvents.livesWithUses();
    return used != LivesSetting.ALL && !uses.take(used, now) ? WITHOUT_USES : ALL;
  }

  /** Whether steps of a kind are for recordings. */
  public boolean follows(StepKind kind) {
    return kind == StepKind.USE ? this == ALL : this != NOTHING;
  }
}

package dev.rollcall.linearizability;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.settings.Settings;

/** Makes checkers for one run: what several runs share is not the same in each. */
final class Checkers {
  private Checkers() {}

  /** A checker that refuses misuse, and says nothing of what a run leaves behind. */
  static ActiveChecker fresh() {
    return new ActiveChecker(
        new State(1, Settings.separate(LeakMode.FAIL, SiteMode.NEVER, "*"), null));
  }
}

package dev.rollcall.internal;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;

/** The mode of the global checker where nobody has set one: off, but for a test run. */
public final class DefaultMode {
  private static volatile LeakMode mode = LeakMode.OFF;

  private DefaultMode() {}

  static LeakMode get() {
    return mode;
  }

  /** Lets the global checker be on when it is first used, unless its mode was set. */
  public static void preferWarn() {
    mode = LeakMode.WARN;
  }

  /**
   * Switches the global checker on, unless its mode was set or it was used before.
   *
   * @return the checker, whatever its mode has become
   * @throws IllegalArgumentException if a {@code rollcall.*} property is wrong
   */
  public static LeakChecker warn() {
    preferWarn();
    return GlobalChecker.get();
  }
}

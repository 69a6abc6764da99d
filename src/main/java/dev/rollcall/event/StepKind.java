package dev.rollcall.event;

import java.util.Locale;

/** What can happen to a resource between its registration and its end. */
public enum StepKind {
  /** A reference was added. */
  RETAIN,
  /** A reference was given up. */
  RELEASE,
  /** It was handed over, or its user left a note. */
  TOUCH,
  /** It was used for the first time after another step. */
  USE;

  /** Whether a step of this kind gives a reference count. */
  public boolean counts() {
    return this == RETAIN || this == RELEASE;
  }

  /** The stable word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.rollcall.common;

import java.util.Locale;

/** What called the roll. */
public enum Trigger {
  /** The program asked. */
  DEMAND,
  /** The program said that it was the last time: this check stands for the exit. */
  FINAL,
  /** A test ended, and with it a recording of it: this check is of its own resources only. */
  TEST,
  /** The JVM ended. */
  EXIT,
  /** A word that this version does not know. It is never written. */
  UNKNOWN;

  /** The trigger that a recording's word stands for. */
  public static Trigger of(String word) {
    for (Trigger trigger : values()) {
      if (trigger.word().equals(word)) {
        return trigger;
      }
    }
    return UNKNOWN;
  }

  /** The word that a recording carries. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.rollcall.common;

import java.util.Locale;

/** When a checkpoint was written. */
public enum Phase {
  /** When a recording started, or a checker within it: totals only. */
  START,
  /** When a chunk of the recording ended. */
  CHUNK,
  /** When the JVM shut down, or a checker that no later checkpoint knows ended. */
  EXIT,
  /** A word that this version does not know. It is never written. */
  UNKNOWN;

  /** The phase that a recording's word stands for. */
  public static Phase of(String word) {
    for (Phase phase : values()) {
      if (phase.word().equals(word)) {
        return phase;
      }
    }
    return UNKNOWN;
  }

  /** The word that a recording carries. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

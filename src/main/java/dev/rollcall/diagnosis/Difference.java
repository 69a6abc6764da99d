package dev.rollcall.diagnosis;

import java.util.Locale;

/**
 * A step that lives which ended too early have and their released siblings do not, or the other way
 * round.
 *
 * @param frame who made it
 * @param misused how many of the lives that ended too early have it
 * @param siblings how many of the released siblings have it
 */
public record Difference(Kind kind, StackTraceElement frame, long misused, long siblings) {
  /** What the difference is. */
  public enum Kind {
    /** A reference was given back that siblings do not give back there. */
    EXTRA_RELEASE,
    /** A reference was not taken that siblings take there. */
    MISSING_RETAIN;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

package dev.rollcall.diagnosis;

import java.util.Locale;

/**
 * A method that may have forgotten a release.
 *
 * @param frame the method, with the line where it was seen last
 * @param score how strongly the evidence speaks against it, from 0 to 1
 * @param evidence what speaks against it, in one sentence
 */
public record Suspect(
    Kind kind, StackTraceElement frame, double score, String evidence, Confidence confidence) {

  /** What kind of evidence there is. */
  public enum Kind {
    /** The healthy siblings were released, or went on, from here; the leaked were not. */
    ABSENCE,
    /** Only the leaked came here. */
    PRESENCE,
    /** A reference that was taken below here was not given back. */
    BALANCE,
    /** The method was left by an exception after the last step. */
    EXCEPTION,
    /** It had the leaked resource last. */
    LAST_STEP,
    /** The owner of the resource, or of a reference to it, did not release it. */
    OWNER;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How sure the evidence is. */
  public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

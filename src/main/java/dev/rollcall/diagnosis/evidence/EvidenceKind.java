package dev.rollcall.diagnosis.evidence;

import java.util.Locale;

/** What kind of evidence speaks against a method. */
public enum EvidenceKind {
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
  /** Only the request in which the leaked were registered comes through here. */
  REQUEST,
  /** The owner of the resource, or of a reference to it, did not release it. */
  OWNER;

  /** The word that reports print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

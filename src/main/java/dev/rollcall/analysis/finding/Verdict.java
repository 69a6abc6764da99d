package dev.rollcall.analysis.finding;

import java.util.Locale;

/** How a resource's life ended, as far as the recording can prove it. */
public enum Verdict {
  /** The final check, the final checkpoint or the last check on demand found it registered. */
  LEAKED,
  /** It left the live map. */
  RELEASED,
  /** It lived when the recording ended, and nothing final speaks of it. */
  OPEN,
  /** What would tell was lost, or events contradict each other. */
  UNKNOWN,
  /** It is over, and it was misused on the way. */
  MISUSED,
  /** It lives for ever, and is meant to. */
  IGNORED;

  /** The word that reports print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

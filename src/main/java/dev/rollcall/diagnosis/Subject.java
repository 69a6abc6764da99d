package dev.rollcall.diagnosis;

import java.util.Locale;

/**
 * What the lives are that a diagnosis explains. It decides how evidence is worded, and nothing
 * else: of what is open nobody knows yet that it will not be released.
 */
public enum Subject {
  /** They have leaked. */
  LEAKED,
  /** They lived when the recording ended. */
  OPEN;

  /** The word for one of them, as in "each leaked resource". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** So many of so many, as in "3 of 25 leaked resources". */
  public String share(long some, long all) {
    return String.format(
        Locale.ROOT, "%,d of %,d %s resource%s", some, all, word(), all == 1 ? "" : "s");
  }

  /** How a sentence ends: what to do; of what is open nobody knows whether it is still in use. */
  public String todo(String what) {
    return (this == LEAKED ? ": " : ": if no longer in use, ") + what;
  }

  /** What has become of a reference: "was never given back". */
  String notGivenBack() {
    return this == LEAKED ? "was never given back" : "has not been given back";
  }
}

package dev.rollcall;

import java.util.Locale;

/** Whether the stack trace of a registration, its site, is kept in the process. */
public enum SiteMode {
  /** At every registration. */
  ALWAYS,
  /** Never: reports name types only, until a recording tells more. */
  NEVER,
  /** Unless a running recording takes the stack trace of {@code rollcall.Register}. */
  RECORDED,
  /** At every registration and unregistration, so that a double release shows the first one. */
  BOTH;

  /**
   * The mode that a word stands for: {@code always}, {@code never}, {@code recorded} or {@code
   * both}, in any case.
   *
   * @throws IllegalArgumentException if it is another word
   */
  public static SiteMode parse(String word) {
    for (SiteMode mode : values()) {
      if (mode.toString().equalsIgnoreCase(word)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "unknown site mode '" + word + "': use always, never, recorded or both");
  }

  /** The word that {@link #parse} reads. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.rollcall;

import java.util.Locale;

/** What a leak checker does. */
public enum LeakMode {
  /** Nothing, at no cost. */
  OFF,
  /** Leaks and misuse are reported; the program goes on. */
  WARN,
  /** Leaks at exit replace the exit status, and misuse throws {@link IllegalStateException}. */
  FAIL;

  /**
   * The mode that a word stands for: {@code off}, {@code warn} or {@code fail}, in any case.
   *
   * @throws IllegalArgumentException if it is another word
   */
  public static LeakMode parse(String word) {
    for (LeakMode mode : values()) {
      if (mode.toString().equalsIgnoreCase(word)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("unknown leak mode '" + word + "': use off, warn or fail");
  }

  /** The word that {@link #parse} reads. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

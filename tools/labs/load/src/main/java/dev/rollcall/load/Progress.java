package dev.rollcall.load;

import java.util.Locale;

/** What a person who waits wants to know. */
final class Progress {
  private Progress() {}

  static void say(String format, Object... values) {
    System.err.println("load: " + String.format(Locale.ROOT, format, values));
  }
}

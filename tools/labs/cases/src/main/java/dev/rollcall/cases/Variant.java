package dev.rollcall.cases;

import java.util.Locale;

/** What a program does beside what goes wrong. */
enum Variant {
  /** Nothing. */
  ALONE("alone"),
  /** Healthy operations of the same kind, as real programs do. */
  BESIDE("with healthy siblings");

  private final String words;

  Variant(String words) {
    this.words = words;
  }

  /** The argument of a program. */
  String argument() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is called in a table. */
  String words() {
    return words;
  }
}

package dev.rollcall.report.table;

import java.util.Locale;

/** What the values of a column are. */
public enum Kind {
  /** A {@link String}. */
  TEXT,
  /** A {@link Long}. */
  INTEGER,
  /** A {@link Double}. */
  REAL,
  /** A {@link Boolean}. */
  FLAG,
  /** A {@link Long}, nanoseconds since 1970. Tables have it to the microsecond. */
  TIME,
  /** A list of {@link String}. */
  TEXTS,
  /** A sorted map of {@link String} to {@link String}. */
  LABELS,
  /** A list of {@link StackTraceElement}, innermost first. */
  FRAMES;

  /** The word that the manual has for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

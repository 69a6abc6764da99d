package dev.rollcall.report.table;

import java.util.Locale;

/** What became of the resources of a group. */
enum Status {
  LEAKED,
  OPEN,
  MISUSED,
  /** A cleaner or finalizer released them, because the program had not. */
  RELEASED_BY_COLLECTOR;

  /** The word that tables have. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

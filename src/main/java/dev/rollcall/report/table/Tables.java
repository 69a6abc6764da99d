package dev.rollcall.report.table;

import java.util.List;

/** The tables that findings are kept in. */
public final class Tables {
  /** The version of them all: within one, columns may be added, and nothing else changes. */
  public static final int SCHEMA_VERSION = 1;

  private static final List<Table> ALL =
      List.of(
          CauseSheet.SHEET.table(),
          GroupSheet.SHEET.table(),
          SuspectSheet.SHEET.table(),
          ResourceSheet.SHEET.table(),
          StepSheet.SHEET.table(),
          LossSheet.SHEET.table(),
          JvmSheet.SHEET.table());

  private Tables() {}

  /**
   * All of them, in the order in which they are to be written: that of the JVMs is the last, so
   * that whoever finds a JVM in it finds the rest of it, too.
   */
  public static List<Table> all() {
    return ALL;
  }
}

package dev.rollcall.fleet;

import java.io.Serializable;
import java.util.List;

/**
 * What one task found.
 *
 * @param report JSON of all that could be read; empty where nothing could
 * @param rows those of each JVM in each table
 * @param reading how it went
 */
record Outcome(List<String> report, List<TableRows> rows, Reading reading) implements Serializable {

  /**
   * How reading the files of a process went.
   *
   * @param jvms how many they are of
   * @param recordings how many could be read
   * @param copies how many of them had been read from other files already
   * @param millis how long it took
   */
  record Reading(
      JvmFiles files, long jvms, long recordings, long copies, List<BadFile> bad, long millis)
      implements Serializable {}
}

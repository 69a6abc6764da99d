package dev.rollcall.attach;

import java.time.Instant;
import java.util.List;

/**
 * What lives in a JVM at one moment.
 *
 * @param time by its clock
 * @param types in the order of their names, those of which something was ever registered
 */
public record OpenNow(Instant time, List<OfType> types) {
  public OpenNow {
    types = List.copyOf(types);
  }

  /**
   * The resources of one type.
   *
   * @param type name of their class
   * @param open how many are live, the ignored included
   * @param registered how many have been registered
   * @param oldestMillis age of the oldest that is not ignored; -1 where there is none, or it is not
   *     known
   * @param overdue how many live longer than the program expects
   */
  public record OfType(String type, long open, long registered, long oldestMillis, long overdue) {}
}

package dev.rollcall.reader.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Where the fields of one event type stand in the parser's array of values, found by name once for
 * each chunk. A field that is absent, or of an unexpected kind, reads as a default: a recording by
 * another version of Rollcall is still read.
 */
final class Columns {
  private static final int ABSENT = -1;

  /** Far more than can be counted, and far enough from overflow for sums. */
  private static final long MOST = 1L << 56;

  private final List<ValueField> fields;

  Columns(List<ValueField> fields) {
    this.fields = List.copyOf(fields);
  }

  int of(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).getIdentifier().equals(name)) {
        return i;
      }
    }
    return ABSENT;
  }

  /** The column of a field that has either name. */
  int of(String name, String otherwise) {
    int column = of(name);
    return column == ABSENT ? of(otherwise) : column;
  }

  private static @Nullable Object value(@Nullable Object[] row, int column) {
    return column == ABSENT ? null : row[column];
  }

  static long number(@Nullable Object[] row, int column, long otherwise) {
    Object value = value(row, column);
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof String digits) {
      return parsed(digits, otherwise);
    }
    return value instanceof IQuantity quantity ? quantity.longValue() : otherwise;
  }

  /** Mission Control's items have the number of a process as text. */
  private static long parsed(String digits, long otherwise) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /**
   * A number that counts something, 0 where it is absent.
   *
   * @throws IllegalArgumentException if it cannot be one, because the bytes are damaged
   */
  static long count(@Nullable Object[] row, int column) {
    return count(row, column, MOST);
  }

  /** As {@link #count(Object[], int)}, of no more than {@code most}. */
  static long count(@Nullable Object[] row, int column, long most) {
    long number = number(row, column, 0);
    if (number < 0 || number > most) {
      throw new IllegalArgumentException("no count: " + number);
    }
    return number;
  }

  /**
   * An amount of bytes, 0 where it is absent.
   *
   * @throws IllegalArgumentException if it cannot be one, because the bytes are damaged
   */
  static long bytes(@Nullable Object[] row, int column) {
    long bytes = in(row, column, UnitLookup.BYTE);
    if (bytes < 0) {
      throw new IllegalArgumentException("no amount: " + bytes);
    }
    return bytes;
  }

  static long nanos(@Nullable Object[] row, int column) {
    return in(row, column, UnitLookup.EPOCH_NS);
  }

  static long span(@Nullable Object[] row, int column) {
    return in(row, column, UnitLookup.NANOSECOND);
  }

  static long millis(@Nullable Object[] row, int column) {
    return in(row, column, UnitLookup.MILLISECOND);
  }

  private static long in(@Nullable Object[] row, int column, IUnit unit) {
    return value(row, column) instanceof IQuantity quantity ? quantity.clampedLongValueIn(unit) : 0;
  }

  static boolean flag(@Nullable Object[] row, int column) {
    return flag(row, column, false);
  }

  static boolean flag(@Nullable Object[] row, int column, boolean otherwise) {
    return value(row, column) instanceof Boolean flag ? flag : otherwise;
  }

  static @Nullable String text(@Nullable Object[] row, int column) {
    return value(row, column) instanceof String text ? text : null;
  }

  static @Nullable IMCType type(@Nullable Object[] row, int column) {
    return value(row, column) instanceof IMCType type ? type : null;
  }

  static @Nullable IMCThread thread(@Nullable Object[] row, int column) {
    return value(row, column) instanceof IMCThread thread ? thread : null;
  }

  static @Nullable IMCStackTrace stack(@Nullable Object[] row, int column) {
    return value(row, column) instanceof IMCStackTrace stack ? stack : null;
  }

  static @Nullable Object any(@Nullable Object[] row, int column) {
    return value(row, column);
  }
}

package dev.rollcall.cli.watch;

import dev.rollcall.attach.OpenNow.OfType;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * What is shown of one type.
 *
 * @param perMinute by how many the open ones grow a minute; empty where they do not, or that cannot
 *     be said yet
 */
public record Row(OfType now, OptionalDouble perMinute) {
  /** What is overdue, then what grows fastest, then the largest. */
  static final Comparator<Row> MOST_TELLING_FIRST =
      Comparator.comparingLong((Row row) -> row.now.overdue())
          .thenComparingDouble(row -> Math.max(0, row.perMinute.orElse(0)))
          .thenComparingLong(row -> row.now.open())
          .reversed()
          .thenComparing(row -> row.now.type());
}

package dev.rollcall.server;

import dev.rollcall.server.Seen.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines that {@code rollcall watch} prints where there is no terminal. */
final class WatchLines {
  private static final String UNKNOWN = "-";

  private WatchLines() {}

  static List<Row> rows(String text) {
    return text.lines().map(WatchLines::row).flatMap(Optional::stream).toList();
  }

  private static Optional<Row> row(String line) {
    Map<String, String> fields = new HashMap<>();
    for (String field : line.split(" ", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    String type = fields.get("type");
    if (type == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            type,
            Long.parseLong(fields.getOrDefault("open", "")),
            number(fields.getOrDefault("oldest", ""), "s"),
            number(fields.getOrDefault("growth", ""), "/min") > 0,
            Long.parseLong(fields.getOrDefault("overdue", ""))));
  }

  /** What cannot be said is 0. */
  private static double number(String text, String unit) {
    if (text.equals(UNKNOWN)) {
      return 0;
    }
    if (!text.endsWith(unit)) {
      throw new IllegalArgumentException(text + ": a number in " + unit + " is wanted");
    }
    return Double.parseDouble(text.substring(0, text.length() - unit.length()));
  }
}

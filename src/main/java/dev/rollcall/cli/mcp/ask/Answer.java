package dev.rollcall.cli.mcp.ask;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * What a question is answered with: the same as fields and as text.
 *
 * @param fields texts, numbers, flags, lists and further fields, by name
 */
public record Answer(Map<String, Object> fields, String text) {
  /** The most bytes of fields and text together, as JSON. */
  public static final int MOST_BYTES = 60_000;

  /** How many bytes a value has as JSON; rather too many than too few. */
  static int size(Object value) {
    if (value instanceof String text) {
      long escaped = text.chars().filter(c -> c == '"' || c == '\\' || c < ' ').count();
      return text.getBytes(StandardCharsets.UTF_8).length + (int) escaped + 3;
    }
    if (value instanceof Collection<?> list) {
      return 3 + list.stream().mapToInt(Answer::size).sum();
    }
    if (value instanceof Map<?, ?> map) {
      return 3
          + map.entrySet().stream()
              .mapToInt(entry -> size(entry.getKey()) + size(entry.getValue()))
              .sum();
    }
    return String.valueOf(value).length() + 1;
  }
}

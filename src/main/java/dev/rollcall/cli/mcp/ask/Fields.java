package dev.rollcall.cli.mcp.ask;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields in the making. What is not known is left out. */
final class Fields {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** A number, a flag, or a word of ours. */
  Fields with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  /** A text of the recording, or a sentence that may have some of it; left out where empty. */
  Fields text(String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      values.put(name, Recorded.text(text));
    }
    return this;
  }

  /** Many values; left out where there is none. */
  Fields some(String name, List<?> list) {
    if (!list.isEmpty()) {
      values.put(name, List.copyOf(list));
    }
    return this;
  }

  /** Further fields; left out where there is none. */
  Fields some(String name, Fields fields) {
    if (!fields.values.isEmpty()) {
      values.put(name, fields.map());
    }
    return this;
  }

  /** All of them, in the order in which they were added. */
  Map<String, Object> map() {
    return Collections.unmodifiableMap(values);
  }
}

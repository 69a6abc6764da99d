package dev.rollcall.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.common.Labels;
import dev.rollcall.common.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One object of a JSON report; a field that is not as the schema has it is refused by its path. */
final class JsonFields {
  /** More than any program counts, and so few that a sum of thousands stays exact. */
  private static final long LARGEST = 1L << 48;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long LARGEST_SECOND = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

  private final JsonNode node;
  private final String path;

  /** {@code path} says where in the report the object is; empty for the report itself. */
  JsonFields(JsonNode node, String path) throws MalformedReportException {
    this.node = node;
    this.path = path;
    if (!node.isObject()) {
      throw new MalformedReportException(
          (path.isEmpty() ? "its content" : path) + " is not an object");
    }
  }

  /** What makes a value of an object. */
  interface Reader<T> {
    T read(JsonFields fields) throws MalformedReportException;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  MalformedReportException wrong(String name, String expected) {
    return new MalformedReportException(pathOf(name) + " is not " + expected);
  }

  boolean has(String name) {
    return node.has(name);
  }

  private boolean isNull(String name) {
    return node.path(name).isNull();
  }

  String text(String name) throws MalformedReportException {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  @Nullable String textOrNull(String name) throws MalformedReportException {
    return isNull(name) ? null : text(name);
  }

  long number(String name) throws MalformedReportException {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return value.longValue();
  }

  @Nullable Long numberOrNull(String name) throws MalformedReportException {
    return isNull(name) ? null : number(name);
  }

  /** A number from {@code least} up that can be added up. */
  long count(String name, long least) throws MalformedReportException {
    long count = number(name);
    if (count < least || count > LARGEST) {
      throw wrong(name, "a count");
    }
    return count;
  }

  long count(String name) throws MalformedReportException {
    return count(name, 0);
  }

  /** At most so many numbers from 0 up, each of which can be added up. */
  List<Long> counts(String name, int most) throws MalformedReportException {
    List<Long> counts = new ArrayList<>();
    for (JsonNode value : array(name)) {
      boolean whole = value.isIntegralNumber() && value.canConvertToLong();
      if (!whole || value.longValue() < 0 || value.longValue() > LARGEST) {
        throw wrong(name, "an array of counts");
      }
      counts.add(value.longValue());
    }
    if (counts.size() > most) {
      throw wrong(name, "an array of at most " + most + " counts");
    }
    return counts;
  }

  /** An amount of bytes; 0 where it is absent. */
  long bytes(String name) throws MalformedReportException {
    long bytes = has(name) ? number(name) : 0;
    if (bytes < 0) {
      throw wrong(name, "an amount of bytes");
    }
    return bytes;
  }

  /** An object whose values are the labels of a JVM, by key. */
  Labels labels() throws MalformedReportException {
    TreeMap<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : node.properties()) {
      if (!Labels.isKey(label.getKey())
          || !label.getValue().isTextual()
          || !Labels.isValue(label.getValue().textValue())) {
        throw wrong(Printable.of(label.getKey()), "a label");
      }
      labels.put(label.getKey(), label.getValue().textValue());
    }
    if (labels.size() > Labels.MOST) {
      throw new MalformedReportException(path + " has more labels than a JVM can have");
    }
    return new Labels(labels);
  }

  int whole(String name) throws MalformedReportException {
    long number = number(name);
    if (number != (int) number) {
      throw wrong(name, "a number of 32 bits");
    }
    return (int) number;
  }

  /** A number from 0 to 1. */
  double fraction(String name) throws MalformedReportException {
    JsonNode value = node.path(name);
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(number >= 0 && number <= 1)) {
      throw wrong(name, "a number from 0 to 1");
    }
    return number;
  }

  /** A number from 0 up that can be added up. */
  double quantity(String name) throws MalformedReportException {
    JsonNode value = node.path(name);
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(number >= 0 && number <= LARGEST)) {
      throw wrong(name, "a number from 0 up");
    }
    return number;
  }

  boolean flag(String name) throws MalformedReportException {
    JsonNode value = node.path(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  /** A time in nanoseconds since 1970. */
  long time(String name) throws MalformedReportException {
    try {
      Instant instant = Instant.parse(text(name));
      if (Math.abs(instant.getEpochSecond()) < LARGEST_SECOND) {
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
      }
    } catch (DateTimeException notATime) {
      // Refused as one that is out of range is.
    }
    throw wrong(name, "a time");
  }

  /** A time, 0 where it is not known. */
  long timeOrZero(String name) throws MalformedReportException {
    return isNull(name) ? 0 : time(name);
  }

  /** A value that is written as a word of its own. */
  <T> T word(String name, T[] values, Function<T, String> word) throws MalformedReportException {
    String text = text(name);
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(name, "one of the words that are possible there"));
  }

  <T> T object(String name, Reader<T> reader) throws MalformedReportException {
    return reader.read(new JsonFields(node.path(name), pathOf(name)));
  }

  <T> @Nullable T objectOrNull(String name, Reader<T> reader) throws MalformedReportException {
    return isNull(name) ? null : object(name, reader);
  }

  <T> List<T> list(String name, Reader<T> reader) throws MalformedReportException {
    JsonNode array = array(name);
    List<T> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      values.add(reader.read(new JsonFields(array.get(i), pathOf(name) + '[' + i + ']')));
    }
    return values;
  }

  /** Resource ids, as {@code 0x2a}. */
  List<Long> ids(String name) throws MalformedReportException {
    List<Long> ids = new ArrayList<>();
    for (JsonNode id : array(name)) {
      ids.add(id(name, id.asText()));
    }
    return ids;
  }

  long id(String name) throws MalformedReportException {
    return id(name, text(name));
  }

  private long id(String name, String text) throws MalformedReportException {
    if (!text.matches("0x[0-9a-f]{1,16}")) {
      throw wrong(name, "an id like 0x2a");
    }
    return Long.parseUnsignedLong(text.substring(2), 16);
  }

  private JsonNode array(String name) throws MalformedReportException {
    JsonNode array = node.path(name);
    if (!array.isArray()) {
      throw wrong(name, "an array");
    }
    return array;
  }
}

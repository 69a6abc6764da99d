package dev.rollcall.bench.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as lists and maps, for small files. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** A list, a map, a text, a double or a boolean. */
  static Object read(Path file) throws IOException {
    try (JsonParser parser = FACTORY.createParser(file.toFile())) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        map.put(name, value(parser));
      }
      return map;
    }
    if (token.isNumeric()) {
      return parser.getDoubleValue();
    }
    return token.isBoolean() ? parser.getBooleanValue() : parser.getText();
  }

  /** Writes texts and numbers by name. */
  static void write(Path file, Map<String, ?> values) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      for (Map.Entry<String, ?> entry : values.entrySet()) {
        if (entry.getValue() instanceof Number number) {
          json.writeNumberField(entry.getKey(), number.doubleValue());
        } else {
          json.writeStringField(entry.getKey(), String.valueOf(entry.getValue()));
        }
      }
      json.writeEndObject();
    }
  }

  /** A value that is known to be an object. */
  static Map<?, ?> object(Object value) {
    return (Map<?, ?>) value;
  }

  /** A value that is known to be an array. */
  static List<?> array(Object value) {
    return (List<?>) value;
  }
}

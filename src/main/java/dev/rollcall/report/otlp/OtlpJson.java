package dev.rollcall.report.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON as OTLP says it: numbers of 64 bits are texts, and an attribute is an object of a key and of
 * a value that says its kind.
 */
final class OtlpJson {
  /** Which names the attributes have. */
  static final String SCHEMA = "https://opentelemetry.io/schemas/1.37.0";

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private OtlpJson(JsonGenerator json) {
    this.json = json;
  }

  /** What is written within something. */
  @FunctionalInterface
  interface Content {
    void write() throws IOException;
  }

  /** What a line is made of. */
  @FunctionalInterface
  interface Line {
    void write(OtlpJson json) throws IOException;
  }

  /** Writes an object and the end of its line; the writer stays open. */
  static void line(Writer writer, Line line) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(writer)) {
      json.writeStartObject();
      line.write(new OtlpJson(json));
      json.writeEndObject();
    }
    writer.write('\n');
  }

  void object(String field, Content content) throws IOException {
    json.writeFieldName(field);
    element(content);
  }

  /** An object without a name, as in an array. */
  void element(Content content) throws IOException {
    json.writeStartObject();
    content.write();
    json.writeEndObject();
  }

  void array(String field, Content elements) throws IOException {
    json.writeArrayFieldStart(field);
    elements.write();
    json.writeEndArray();
  }

  void text(String field, String value) throws IOException {
    json.writeStringField(field, value);
  }

  /** A number of 32 bits at most. */
  void small(String field, int value) throws IOException {
    json.writeNumberField(field, value);
  }

  void large(String field, long value) throws IOException {
    json.writeStringField(field, Long.toString(value));
  }

  void real(String field, double value) throws IOException {
    json.writeNumberField(field, value);
  }

  void flag(String field, boolean value) throws IOException {
    json.writeBooleanField(field, value);
  }

  /** An attribute, unless it is not known. */
  void attribute(String key, @Nullable String value) throws IOException {
    if (value != null && !value.isEmpty()) {
      attribute(key, () -> text("stringValue", value));
    }
  }

  void attribute(String key, long value) throws IOException {
    attribute(key, () -> large("intValue", value));
  }

  void attribute(String key, double value) throws IOException {
    attribute(key, () -> real("doubleValue", value));
  }

  /** An attribute of several texts, unless there are none. */
  void attribute(String key, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      attribute(
          key,
          () ->
              object(
                  "arrayValue",
                  () ->
                      array(
                          "values",
                          () -> {
                            for (String value : values) {
                              element(() -> text("stringValue", value));
                            }
                          })));
    }
  }

  private void attribute(String key, Content value) throws IOException {
    element(
        () -> {
          text("key", key);
          object("value", value);
        });
  }
}

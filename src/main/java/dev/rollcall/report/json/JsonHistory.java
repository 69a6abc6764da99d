package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Site;
import dev.rollcall.report.ReportWords;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Histories as JSON, alone or as the examples of a report. */
public final class JsonHistory {
  static final int SCHEMA_VERSION = 1;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new AsciiEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;

  JsonHistory(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes histories one after the other, without holding more than one of them.
   *
   * @return how many there were
   */
  public static long write(Iterator<History> histories, Writer writer) throws IOException {
    long count = 0;
    try (JsonGenerator json = generator(writer)) {
      JsonHistory one = new JsonHistory(json);
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("histories");
      while (histories.hasNext()) {
        one.write(histories.next());
        count++;
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return count;
  }

  /** Only ASCII is written: what a string from a recording holds can do nothing to a terminal. */
  public static JsonGenerator generator(Writer writer) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return FACTORY.createGenerator(writer).setPrettyPrinter(printer);
  }

  void write(History history) throws IOException {
    json.writeStartObject();
    json.writeNumberField("checkerId", history.checkerId());
    json.writeStringField("resourceId", Words.id(history.resourceId()));
    string("type", history.type());
    string("description", history.description());
    History.Owner owner = history.owner();
    if (owner != null) {
      json.writeStringField("ownerId", Words.id(owner.resourceId()));
      string("ownerType", owner.type());
    }
    bytes(history.bytes());
    json.writeStringField("verdict", history.verdict().word());
    string("fingerprint", history.fingerprint());
    number("refCount", history.refCount());
    if (!history.isFollowed()) {
      json.writeBooleanField("followed", false);
    }
    json.writeBooleanField("beginsBefore", history.beginsBefore());
    json.writeNumberField("missingSteps", history.missingSteps());
    json.writeArrayFieldStart("history");
    for (Step step : history.steps()) {
      step(step);
    }
    json.writeEndArray();
    if (history.jvm() != null) {
      jvm(history.jvm());
    }
    json.writeEndObject();
  }

  /** The JVM that something comes from. */
  void jvm(@Nullable Jvm jvm) throws IOException {
    if (jvm == null) {
      json.writeNullField("jvm");
      return;
    }
    json.writeObjectFieldStart("jvm");
    json.writeNumberField("pid", jvm.pid());
    time("startedAt", jvm.startedAt());
    string("name", jvm.name());
    string("version", jvm.version());
    if (!jvm.labels().isEmpty()) {
      json.writeObjectFieldStart("labels");
      for (Map.Entry<String, String> label : jvm.labels().values().entrySet()) {
        json.writeStringField(label.getKey(), label.getValue());
      }
      json.writeEndObject();
    }
    if (!jvm.id().isEmpty()) {
      json.writeStringField("id", jvm.id());
    }
    json.writeEndObject();
  }

  void time(String field, long epochNanos) throws IOException {
    if (epochNanos == 0) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, ReportWords.instant(epochNanos).toString());
    }
  }

  private void step(Step step) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", ReportWords.instant(step.moment().time()).toString());
    json.writeObjectFieldStart("thread");
    string("name", step.moment().thread().name());
    json.writeNumberField("id", step.moment().thread().id());
    json.writeEndObject();
    json.writeStringField("kind", step.kind().word());
    number("refCount", step.refCount());
    Integer sequence = step.sequence();
    number("sequence", sequence == null ? null : Integer.toUnsignedLong(sequence));
    string("note", step.note());
    site(step.moment().site());
    json.writeEndObject();
  }

  void site(Site site) throws IOException {
    json.writeArrayFieldStart("site");
    for (StackTraceElement frame : site.frames()) {
      frame(frame);
    }
    json.writeEndArray();
    json.writeBooleanField("siteTruncated", site.truncated());
  }

  void frame(StackTraceElement frame) throws IOException {
    json.writeStartObject();
    string("class", frame.getClassName());
    string("method", frame.getMethodName());
    if (frame.getFileName() != null) {
      string("file", frame.getFileName());
    }
    number("line", frame.getLineNumber() < 0 ? null : (long) frame.getLineNumber());
    json.writeEndObject();
  }

  /** Only where it is known. */
  void bytes(long bytes) throws IOException {
    if (bytes > 0) {
      json.writeNumberField("bytes", bytes);
    }
  }

  void number(String field, @Nullable Long value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeNumberField(field, value);
    }
  }

  /** Writes what a recording says, bounded as in text. */
  void string(String field, @Nullable String value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, Printable.bounded(value));
    }
  }
}

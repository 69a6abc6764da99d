package dev.rollcall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.FindingTotals;
import dev.rollcall.analysis.Findings;
import dev.rollcall.analysis.History;
import dev.rollcall.analysis.LeakGroup;
import dev.rollcall.analysis.Loss;
import dev.rollcall.analysis.MisuseGroup;
import dev.rollcall.analysis.ReadRecording;
import dev.rollcall.recording.Recording;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Findings as JSON, schema version 1: {@code report-1.schema.json} beside this class. */
public final class JsonReport {
  private final JsonGenerator json;
  private final JsonHistory histories;

  private JsonReport(JsonGenerator json) {
    this.json = json;
    this.histories = new JsonHistory(json);
  }

  /** Writes the whole report; the writer stays open. */
  public static void write(Findings findings, Writer writer) throws IOException {
    try (JsonGenerator json = JsonHistory.generator(writer)) {
      new JsonReport(json).report(findings);
    }
  }

  private void report(Findings findings) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonHistory.SCHEMA_VERSION);
    json.writeArrayFieldStart("recordings");
    for (ReadRecording read : findings.recordings()) {
      recording(read);
    }
    json.writeEndArray();
    totals(findings.totals());
    json.writeArrayFieldStart("groups");
    for (LeakGroup group : findings.groups()) {
      group(group);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("misuses");
    for (MisuseGroup misuse : findings.misuses()) {
      misuse(misuse);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void recording(ReadRecording read) throws IOException {
    Recording recording = read.recording();
    json.writeStartObject();
    json.writeStringField("file", recording.file().toString());
    histories.jvm(recording.jvm());
    histories.time("start", recording.start());
    histories.time("end", recording.end());
    json.writeBooleanField("complete", read.isComplete());
    json.writeArrayFieldStart("losses");
    for (Loss loss : read.losses()) {
      json.writeStartObject();
      json.writeStringField("kind", loss.kind().word());
      histories.number("count", loss.count());
      json.writeStringField("sentence", loss.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void totals(FindingTotals totals) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("registered", totals.registered());
    json.writeNumberField("unregistered", totals.unregistered());
    json.writeNumberField("leaked", totals.leaked());
    json.writeNumberField("open", totals.open());
    json.writeNumberField("unknown", totals.unknown());
    json.writeNumberField("misused", totals.misused());
    json.writeNumberField("ignored", totals.ignored());
    json.writeEndObject();
  }

  private void group(LeakGroup group) throws IOException {
    json.writeStartObject();
    histories.string("fingerprint", group.fingerprint());
    histories.string("type", group.type());
    json.writeNumberField("count", group.count());
    json.writeNumberField("held", group.held());
    json.writeNumberField("lost", group.lost());
    json.writeArrayFieldStart("refCounts");
    for (Map.Entry<Long, Long> entry : group.refCounts().entrySet()) {
      json.writeStartObject();
      json.writeNumberField("refCount", entry.getKey());
      json.writeNumberField("count", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("oldestMillis", group.oldestMillis());
    histories.site(group.site());
    json.writeArrayFieldStart("suspects");
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (History history : group.examples()) {
      histories.write(history);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void misuse(MisuseGroup misuse) throws IOException {
    json.writeStartObject();
    histories.string("kind", misuse.kind());
    histories.string("type", misuse.type());
    json.writeNumberField("count", misuse.count());
    histories.string("message", misuse.message());
    json.writeArrayFieldStart("resourceIds");
    for (long id : misuse.resourceIds()) {
      json.writeString(Words.id(id));
    }
    json.writeEndArray();
    histories.site(misuse.site());
    json.writeEndObject();
  }
}

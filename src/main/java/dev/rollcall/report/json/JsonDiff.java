package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.compare.Change;
import dev.rollcall.gate.compare.Diff;
import java.io.IOException;
import java.io.Writer;

/** A comparison of two reports as JSON, in the schema of reports. */
public final class JsonDiff {
  private JsonDiff() {}

  /** Writes the whole comparison; the writer stays open. */
  public static void write(Diff diff, Writer writer) throws IOException {
    try (JsonGenerator json = JsonHistory.generator(writer)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", JsonHistory.SCHEMA_VERSION);
      json.writeBooleanField("worse", diff.isWorse());
      json.writeBooleanField("sure", diff.isSure());
      json.writeObjectFieldStart("groups");
      for (Change.Kind kind : Change.Kind.values()) {
        json.writeNumberField(kind.word(), diff.count(kind));
      }
      json.writeNumberField("unchanged", diff.unchanged());
      json.writeEndObject();
      if (!diff.relabelled().isEmpty()) {
        json.writeArrayFieldStart("labels");
        for (Diff.Relabelled label : diff.relabelled()) {
          json.writeStartObject();
          json.writeStringField("key", label.key());
          json.writeStringField("before", label.before());
          json.writeStringField("after", label.after());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      following("before", diff.before(), json);
      following("after", diff.after(), json);
      json.writeArrayFieldStart("changes");
      for (Change change : diff.changes()) {
        change(change, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("open");
      for (Change change : diff.open()) {
        change(change, json);
      }
      json.writeEndArray();
      JsonGrowth.writePaces(diff.paces(), json);
      json.writeEndObject();
    }
  }

  private static void following(String name, Findings findings, JsonGenerator json)
      throws IOException {
    if (!findings.totals().following().isAll()) {
      json.writeObjectFieldStart(name);
      JsonFollowing.write(findings.totals().following(), json);
      json.writeEndObject();
    }
  }

  private static void change(Change change, JsonGenerator json) throws IOException {
    Key key = change.key();
    json.writeStartObject();
    json.writeStringField("kind", change.kind().word());
    String misuse = key.misuse();
    if (misuse == null) {
      json.writeNullField("misuse");
    } else {
      json.writeStringField("misuse", misuse);
    }
    json.writeStringField("fingerprint", key.fingerprint());
    json.writeStringField("type", change.type());
    json.writeNumberField("before", change.before());
    json.writeNumberField("after", change.after());
    new JsonHistory(json).site(change.site());
    json.writeEndObject();
  }
}

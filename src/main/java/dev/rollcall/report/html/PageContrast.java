package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.diagnosis.match.Tracks;
import java.io.IOException;

/** The lives of a group beside those of its released siblings: their ways, and their ages. */
final class PageContrast {
  private final JsonGenerator json;
  private final PageTables tables;

  PageContrast(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(Contrast contrast) throws IOException {
    if (!contrast.tracks().isEmpty()) {
      tracks(contrast.tracks());
    }
    if (!contrast.ages().isEmpty()) {
      json.writeObjectFieldStart("ages");
      spread("open", contrast.ages());
      spread("released", contrast.lifetimes());
      json.writeEndObject();
    }
  }

  private void tracks(Tracks ways) throws IOException {
    json.writeObjectFieldStart("contrast");
    json.writeNumberField("leaked", ways.leaked());
    json.writeNumberField("healthy", ways.healthy());
    PageTables.number(json, "omitted", ways.omitted());
    json.writeArrayFieldStart("steps");
    for (Tracks.Step step : ways.steps()) {
      json.writeStartObject();
      json.writeStringField("side", step.side().word());
      json.writeStringField("kind", step.kind().word());
      StackTraceElement frame = step.frame();
      if (frame != null) {
        json.writeNumberField("frame", tables.frame(frame));
      }
      PageTables.text(json, "note", step.note());
      json.writeNumberField("leaked", step.leaked());
      json.writeNumberField("healthy", step.healthy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void spread(String field, Spread spread) throws IOException {
    json.writeArrayFieldStart(field);
    for (long count : spread.counts()) {
      json.writeNumber(count);
    }
    json.writeEndArray();
  }
}

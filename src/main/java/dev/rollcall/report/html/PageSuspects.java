package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.common.Printable;
import dev.rollcall.diagnosis.Suspect;
import java.io.IOException;
import java.util.List;

/** Who may have forgotten a release: what was found, and apart from it what to do. */
final class PageSuspects {
  private final JsonGenerator json;
  private final PageTables tables;

  PageSuspects(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(List<Suspect> suspects) throws IOException {
    json.writeArrayFieldStart("suspects");
    for (Suspect suspect : suspects) {
      write(suspect);
    }
    json.writeEndArray();
  }

  void write(Suspect suspect) throws IOException {
    json.writeStartObject();
    json.writeNumberField("frame", tables.frame(suspect.frame()));
    json.writeStringField("what", Printable.of(suspect.found()));
    PageTables.text(json, "todo", suspect.todo());
    json.writeStringField("confidence", suspect.confidence().word());
    json.writeStringField("kind", suspect.kind().word());
    json.writeNumberField("score", suspect.score());
    json.writeEndObject();
  }
}

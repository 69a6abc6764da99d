package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.report.ReportWords;
import java.io.IOException;
import java.util.List;

/** What was misused, and who may have ended it too early. */
final class PageMisuses {
  private final JsonGenerator json;
  private final PageTables tables;

  PageMisuses(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  /** {@code known}: whether a baseline knows them. */
  void write(List<MisuseFinding> misuses, boolean known) throws IOException {
    for (MisuseFinding misuse : misuses) {
      json.writeStartObject();
      if (known) {
        json.writeBooleanField("known", true);
      }
      json.writeStringField("kind", Printable.of(misuse.kind()));
      json.writeStringField("type", Words.type(misuse.type()));
      json.writeNumberField("count", misuse.count());
      PageTables.text(json, "message", misuse.message());
      json.writeNumberField("site", tables.site(misuse.site()));
      StackTraceElement at = ReportWords.application(misuse.site());
      if (at != null) {
        json.writeNumberField("at", tables.frame(at));
      }
      json.writeArrayFieldStart("ids");
      for (long id : misuse.resourceIds()) {
        json.writeString(Words.id(id));
      }
      json.writeEndArray();
      MisuseFinding.Lives lives = misuse.lives();
      new PageSuspects(json, tables).write(lives.suspects());
      json.writeArrayFieldStart("differences");
      for (Difference difference : lives.differences()) {
        json.writeStartObject();
        json.writeStringField("words", ReportWords.difference(difference, lives));
        json.writeNumberField("frame", tables.frame(difference.frame()));
        json.writeEndObject();
      }
      json.writeEndArray();
      new PageLives(json, tables).write(lives.examples());
      json.writeEndObject();
    }
  }
}

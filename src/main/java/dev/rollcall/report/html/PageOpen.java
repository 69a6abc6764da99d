package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.report.GrowthLines;
import dev.rollcall.report.OverdueLines;
import java.io.IOException;

/** What is no leak, and worth a look: what grew, was overdue, or only the collector released. */
final class PageOpen {
  private final JsonGenerator json;
  private final PageTables tables;

  PageOpen(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(Findings findings) throws IOException {
    json.writeArrayFieldStart("growth");
    for (Growth growth : findings.open().growth()) {
      json.writeStartObject();
      json.writeStringField("name", GrowthLines.name(growth, findings));
      PageTables.text(json, "id", growth.fingerprint());
      json.writeStringField("type", Printable.of(growth.type()));
      json.writeNumberField("perMinute", growth.perMinute());
      json.writeStringField("words", GrowthLines.words(growth));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("overdue");
    for (OverdueNotice notice : findings.open().overdue()) {
      json.writeStartObject();
      json.writeStringField("id", Printable.of(notice.fingerprint()));
      json.writeStringField("type", Words.type(notice.type()));
      json.writeNumberField("site", tables.site(notice.site()));
      json.writeNumberField("found", notice.counts().found());
      json.writeNumberField("open", notice.counts().open());
      json.writeStringField(
          "sentence",
          "allowed "
              + TimeSpan.set(notice.expectedMillis())
              + "; "
              + OverdueLines.fates(notice.counts()));
      PageTables.text(json, "holder", notice.holder().thread());
      if (!notice.holder().stack().isUnknown()) {
        json.writeNumberField("held", tables.site(notice.holder().stack()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("collector");
    for (CollectorFinding group : findings.byCollector()) {
      json.writeStartObject();
      json.writeStringField("id", Printable.of(group.origin().fingerprint()));
      json.writeStringField("type", Words.type(group.origin().type()));
      json.writeNumberField("count", group.count());
      json.writeNumberField("site", tables.site(group.origin().site()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

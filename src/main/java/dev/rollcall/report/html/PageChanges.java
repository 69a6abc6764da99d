package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.common.Printable;
import dev.rollcall.gate.compare.Change;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.compare.Pace;
import dev.rollcall.report.GrowthLines;
import dev.rollcall.report.ReportWords;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;

/** What is new, grown, shrunk or gone from one report to another. */
final class PageChanges {
  private final JsonGenerator json;
  private final PageTables tables;

  PageChanges(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(Diff diff, PageGroups numbers) throws IOException {
    changes("changes", diff.changes(), numbers::leaked);
    changes("moreOpen", diff.open(), numbers::open);
    json.writeArrayFieldStart("paces");
    for (Pace pace : diff.paces()) {
      json.writeString(
          (pace.confidence() == null ? "perhaps growing: " : "growing: ") + GrowthLines.pace(pace));
    }
    json.writeEndArray();
    json.writeNumberField("unchanged", diff.unchanged());
    json.writeArrayFieldStart("relabelled");
    for (Diff.Relabelled label : diff.relabelled()) {
      json.writeString(Printable.of(label.key() + ' ' + label.before() + " -> " + label.after()));
    }
    json.writeEndArray();
  }

  private void changes(String field, List<Change> changes, ToIntFunction<String> number)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Change change : changes) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind().word());
      json.writeNumberField("before", change.before());
      json.writeNumberField("after", change.after());
      PageTables.text(json, "id", change.key().fingerprint());
      PageTables.text(json, "type", change.type());
      PageTables.text(json, "misuse", change.key().misuse());
      int group =
          change.key().misuse() == null ? number.applyAsInt(change.key().fingerprint()) : -1;
      if (group >= 0) {
        json.writeNumberField("group", group);
      }
      json.writeNumberField("site", tables.site(change.site()));
      StackTraceElement at = ReportWords.application(change.site());
      if (at != null) {
        json.writeNumberField("at", tables.frame(at));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

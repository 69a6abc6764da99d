package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;
import java.io.IOException;

/** How many were live over time, and what happened meanwhile. */
final class PageCurves {
  private final JsonGenerator json;
  private final PageTables tables;

  PageCurves(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(LiveOverTime live) throws IOException {
    json.writeArrayFieldStart("curves");
    for (LiveOverTime.Curve curve : live.curves()) {
      json.writeStartObject();
      json.writeStringField("type", Words.type(curve.type()));
      Jvm jvm = curve.jvm();
      if (jvm != null) {
        json.writeNumberField("jvm", tables.jvm(jvm));
      }
      json.writeArrayFieldStart("points");
      for (LiveOverTime.Point point : curve.points()) {
        json.writeStartArray();
        json.writeNumber(PageTables.millis(curve.start()) + point.millis());
        json.writeNumber(point.live());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("marks");
    for (LiveOverTime.Mark mark : live.marks()) {
      json.writeStartObject();
      json.writeStringField("kind", mark.kind().word());
      json.writeNumberField("time", PageTables.millis(mark.time()));
      PageTables.text(json, "type", mark.type());
      json.writeStringField("words", words(mark));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String words(LiveOverTime.Mark mark) {
    String what = Printable.of(mark.what());
    return switch (mark.kind()) {
      case CHECK ->
          "leak check (" + what + "): " + Words.count(mark.count(), "resource") + " found";
      case OVERDUE ->
          Words.count(mark.count(), "resource")
              + " of "
              + Words.type(mark.type())
              + " found overdue";
      case EXCEPTION -> what + " after the last step of " + Words.count(mark.count(), "resource");
    };
  }
}

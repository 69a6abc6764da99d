package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.LeakFinding.Good;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a good run says of a group, as JSON. */
final class JsonGood {
  private JsonGood() {}

  static void write(@Nullable Good good, JsonGenerator json, JsonHistory histories)
      throws IOException {
    if (good == null) {
      return;
    }
    json.writeObjectFieldStart("good");
    histories.string("recording", good.recording());
    json.writeNumberField("released", good.released());
    json.writeNumberField("leaked", good.leaked());
    if (good.open() > 0) {
      json.writeNumberField("open", good.open());
    }
    if (good.overdue() > 0) {
      json.writeNumberField("overdue", good.overdue());
    }
    if (!good.releasedIn().isEmpty()) {
      histories.string("releasedIn", good.releasedIn());
    }
    json.writeBooleanField("compared", good.compared());
    json.writeEndObject();
  }

  static @Nullable Good of(JsonFields group) throws MalformedReportException {
    return group.has("good") ? group.object("good", JsonGood::read) : null;
  }

  private static Good read(JsonFields good) throws MalformedReportException {
    return new Good(
        good.text("recording"),
        good.count("released"),
        good.count("leaked"),
        good.has("open") ? good.count("open") : 0,
        good.has("overdue") ? good.count("overdue") : 0,
        good.has("releasedIn") ? good.text("releasedIn") : "",
        good.flag("compared"));
  }
}

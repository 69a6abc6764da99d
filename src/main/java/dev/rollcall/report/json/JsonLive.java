package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.growth.LiveOverTime.Curve;
import dev.rollcall.analysis.growth.LiveOverTime.Mark;
import dev.rollcall.analysis.growth.LiveOverTime.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How many lived over time, as JSON, written and read back. */
final class JsonLive {
  private static final String NAME = "live";

  private JsonLive() {}

  /** Writes nothing where nothing is known. */
  static void write(LiveOverTime live, JsonGenerator json, JsonHistory values) throws IOException {
    if (live.equals(LiveOverTime.NONE)) {
      return;
    }
    json.writeObjectFieldStart(NAME);
    json.writeArrayFieldStart("curves");
    for (Curve curve : live.curves()) {
      json.writeStartObject();
      values.string("type", curve.type());
      if (curve.jvm() != null) {
        values.jvm(curve.jvm());
      }
      json.writeNumberField("left", curve.left());
      json.writeNumberField("registered", curve.registered());
      values.time("start", curve.start());
      // On one line each: there are hundreds of numbers.
      json.writeFieldName("millis");
      json.writeRawValue(curve.points().stream().map(Point::millis).toList().toString());
      json.writeFieldName("live");
      json.writeRawValue(curve.points().stream().map(Point::live).toList().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("marks");
    for (Mark mark : live.marks()) {
      json.writeStartObject();
      json.writeStringField("kind", mark.kind().word());
      values.time("time", mark.time());
      values.string("type", mark.type());
      values.string("what", mark.what());
      json.writeNumberField("count", mark.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What a report says; nothing where it is an older one. */
  static LiveOverTime of(JsonFields report) throws MalformedReportException {
    return report.has(NAME) ? report.object(NAME, JsonLive::read) : LiveOverTime.NONE;
  }

  private static LiveOverTime read(JsonFields live) throws MalformedReportException {
    return new LiveOverTime(
        live.list("curves", JsonLive::curve), live.list("marks", JsonLive::mark));
  }

  private static Curve curve(JsonFields curve) throws MalformedReportException {
    List<Long> millis = curve.counts("millis", LiveOverTime.MOST_POINTS);
    List<Long> live = curve.counts("live", LiveOverTime.MOST_POINTS);
    if (live.size() != millis.size()) {
      throw curve.wrong("live", "an array as long as millis");
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < millis.size(); i++) {
      if (i > 0 && millis.get(i) <= millis.get(i - 1)) {
        throw curve.wrong("millis", "an array of times in their order");
      }
      points.add(new Point(millis.get(i), live.get(i)));
    }
    return new Curve(
        curve.text("type"),
        curve.has("jvm") ? curve.object("jvm", JsonLives::jvm) : null,
        curve.time("start"),
        points,
        curve.count("left"),
        curve.count("registered"));
  }

  private static Mark mark(JsonFields mark) throws MalformedReportException {
    return new Mark(
        mark.word("kind", LiveOverTime.Kind.values(), LiveOverTime.Kind::word),
        mark.time("time"),
        mark.text("type"),
        mark.text("what"),
        mark.count("count"));
  }
}

package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.Growth.Confidence;
import dev.rollcall.gate.compare.Pace;
import java.io.IOException;
import java.util.List;

/** What grows, written and read. */
final class JsonGrowth {
  private static final double PRECISION = 1_000;

  private JsonGrowth() {}

  static void write(List<Growth> all, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("growth");
    for (Growth growth : all) {
      json.writeStartObject();
      json.writeStringField("type", growth.type());
      json.writeStringField("fingerprint", growth.fingerprint());
      json.writeNumberField("perMinute", rounded(growth.perMinute()));
      json.writeNumberField("overMillis", growth.overMillis());
      json.writeStringField("confidence", growth.confidence().word());
      if (growth.ofFollowed()) {
        json.writeBooleanField("ofFollowed", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writePaces(List<Pace> all, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("growth");
    for (Pace pace : all) {
      Confidence confidence = pace.confidence();
      json.writeStartObject();
      json.writeStringField("fingerprint", pace.change().key().fingerprint());
      json.writeNumberField("perMinute", rounded(pace.perMinute()));
      json.writeStringField("confidence", confidence == null ? null : confidence.word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static double rounded(double perMinute) {
    return Math.round(perMinute * PRECISION) / PRECISION;
  }

  static List<Growth> of(JsonFields report) throws MalformedReportException {
    return report.has("growth") ? report.list("growth", JsonGrowth::read) : List.of();
  }

  private static Growth read(JsonFields growth) throws MalformedReportException {
    return new Growth(
        growth.text("type"),
        growth.textOrNull("fingerprint"),
        growth.quantity("perMinute"),
        growth.count("overMillis"),
        growth.word("confidence", Confidence.values(), Confidence::word),
        growth.has("ofFollowed") && growth.flag("ofFollowed"));
  }
}

package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.diagnosis.match.Tracks;
import java.io.IOException;

/** How the resources of a group differ from released siblings, as JSON, written and read back. */
final class JsonContrast {
  private static final String NAME = "contrast";

  private JsonContrast() {}

  /** Writes nothing where nothing is known. */
  static void write(Contrast contrast, JsonGenerator json, JsonHistory values) throws IOException {
    if (contrast.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(NAME);
    if (!contrast.tracks().isEmpty()) {
      tracks(contrast.tracks(), json, values);
    }
    spread("ages", contrast.ages(), json);
    spread("lifetimes", contrast.lifetimes(), json);
    json.writeEndObject();
  }

  private static void tracks(Tracks tracks, JsonGenerator json, JsonHistory values)
      throws IOException {
    json.writeObjectFieldStart("tracks");
    json.writeNumberField("unreleased", tracks.leaked());
    json.writeNumberField("released", tracks.healthy());
    if (tracks.omitted() > 0) {
      json.writeNumberField("omitted", tracks.omitted());
    }
    json.writeArrayFieldStart("steps");
    for (Tracks.Step step : tracks.steps()) {
      json.writeStartObject();
      json.writeStringField("side", side(step.side()));
      json.writeStringField("kind", step.kind().word());
      StackTraceElement frame = step.frame();
      if (frame != null) {
        json.writeFieldName("frame");
        values.frame(frame);
      }
      if (step.note() != null) {
        values.string("note", step.note());
      }
      json.writeNumberField("unreleased", step.leaked());
      json.writeNumberField("released", step.healthy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What is open has not leaked, and is told of in the same way. */
  private static String side(Tracks.Side side) {
    return switch (side) {
      case BOTH -> "both";
      case LEAKED -> "unreleased";
      case HEALTHY -> "released";
    };
  }

  /** On one line: there are up to some dozens of numbers. */
  private static void spread(String name, Spread spread, JsonGenerator json) throws IOException {
    if (!spread.isEmpty()) {
      json.writeFieldName(name);
      json.writeRawValue(spread.counts().toString());
    }
  }

  /** What a group says; nothing where it is of an older report. */
  static Contrast of(JsonFields group) throws MalformedReportException {
    if (!group.has(NAME)) {
      return Contrast.NONE;
    }
    Contrast contrast = group.object(NAME, JsonContrast::read);
    if (contrast.isEmpty()) {
      throw group.wrong(NAME, "an object with tracks, ages or lifetimes");
    }
    return contrast;
  }

  private static Contrast read(JsonFields contrast) throws MalformedReportException {
    return new Contrast(
        contrast.has("tracks") ? contrast.object("tracks", JsonContrast::readTracks) : Tracks.NONE,
        readSpread("ages", contrast),
        readSpread("lifetimes", contrast));
  }

  private static Spread readSpread(String name, JsonFields contrast)
      throws MalformedReportException {
    return contrast.has(name) ? new Spread(contrast.counts(name, Spread.MOST)) : Spread.NONE;
  }

  private static Tracks readTracks(JsonFields tracks) throws MalformedReportException {
    return new Tracks(
        tracks.count("unreleased"),
        tracks.count("released"),
        tracks.list("steps", JsonContrast::step),
        tracks.has("omitted") ? tracks.count("omitted", 1) : 0);
  }

  private static Tracks.Step step(JsonFields step) throws MalformedReportException {
    return new Tracks.Step(
        step.word("side", Tracks.Side.values(), JsonContrast::side),
        step.word("kind", Tracks.Kind.values(), Tracks.Kind::word),
        step.has("frame") ? step.object("frame", JsonLives::frame) : null,
        step.has("note") ? step.text("note") : null,
        step.count("unreleased"),
        step.count("released"));
  }
}

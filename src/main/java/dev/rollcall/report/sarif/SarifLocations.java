package dev.rollcall.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Printable;
import dev.rollcall.recording.Site;
import dev.rollcall.report.ReportWords;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Sites as SARIF locations. A source file is named from the root of the sources on, {@code
 * SRCROOT}; the reader of the report knows where that is. Frames that are not the program's are not
 * in it and have a name only.
 */
final class SarifLocations {
  static final String ROOT = "SRCROOT";

  private final JsonGenerator json;

  SarifLocations(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The fields of a location: the site's first frame in the program, or else the source file of the
   * type, because readers refuse a result without a file.
   */
  void fields(Site site, String type) throws IOException {
    StackTraceElement frame = ReportWords.application(site);
    if (frame != null && FrameKind.isProgram(frame)) {
      frame(frame);
    } else {
      file(SourcePath.of(type.isEmpty() ? "unknown" : type), ROOT, -1);
    }
  }

  /** All frames of a site as a stack. */
  void stack(Site site, String message) throws IOException {
    json.writeStartObject();
    message(message);
    json.writeArrayFieldStart("frames");
    for (StackTraceElement frame : site.frames()) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      if (FrameKind.isProgram(frame)) {
        frame(frame);
      } else {
        logical(frame);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void frame(StackTraceElement frame) throws IOException {
    file(SourcePath.of(frame.getClassName()), ROOT, frame.getLineNumber());
    logical(frame);
  }

  private void logical(StackTraceElement frame) throws IOException {
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField(
        "fullyQualifiedName", Printable.of(frame.getClassName() + '.' + frame.getMethodName()));
    json.writeStringField("kind", "function");
    json.writeEndObject();
    json.writeEndArray();
  }

  /** A file, and a line of it if that is above zero; {@code root} is null for a path of its own. */
  void file(String uri, @Nullable String root, int line) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri);
    if (root != null) {
      json.writeStringField("uriBaseId", root);
    }
    json.writeEndObject();
    if (line > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", line);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** A message; what would be a link in it is broken, and shows as what it is. */
  void message(String text) throws IOException {
    text("message", text);
  }

  void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", Printable.of(text).replace("](", "] ("));
    json.writeEndObject();
  }
}

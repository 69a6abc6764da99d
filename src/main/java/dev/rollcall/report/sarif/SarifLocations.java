package dev.rollcall.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Printable;
import dev.rollcall.recording.Site;
import dev.rollcall.report.source.SourcePath;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Frames as SARIF locations. A source file is named from the working directory on, {@code
 * %SRCROOT%}. What has no source file at hand is located in the recording that it was read from,
 * and has the name of its method: GitHub refuses a whole report for one location without a file,
 * and a name that was made up would lead astray.
 */
final class SarifLocations {
  static final String ROOT = "%SRCROOT%";

  private final JsonGenerator json;
  private final Sources sources;
  private final String recording;
  private final Set<String> notFound = new TreeSet<>();

  /** {@code recording} is the file that all was read from. */
  SarifLocations(JsonGenerator json, Sources sources, String recording) {
    this.json = json;
    this.sources = sources;
    this.recording = recording;
  }

  /** The classes whose source was wanted and is not at hand. */
  Set<String> notFound() {
    return notFound;
  }

  /** Notes that the source of a frame is wanted and not at hand. */
  void lack(StackTraceElement frame) {
    notFound.add(frame.getClassName());
  }

  boolean isFound(StackTraceElement frame) {
    return sources.find(frame) != null;
  }

  /**
   * Where in the program a step was made: the innermost of its frames whose source is at hand, for
   * the others are of libraries; or else the innermost. {@code null} where it has none.
   */
  @Nullable StackTraceElement program(Site site) {
    StackTraceElement first = null;
    for (StackTraceElement frame : site.frames()) {
      if (FrameKind.isProgram(frame)) {
        if (isFound(frame)) {
          return frame;
        }
        first = first == null ? frame : first;
      }
    }
    return first;
  }

  /** A location that can be referred to by its number, if that is above zero. */
  void location(int id, @Nullable StackTraceElement frame, String message) throws IOException {
    json.writeStartObject();
    if (id > 0) {
      json.writeNumberField("id", id);
    }
    Path file = frame == null ? null : sources.find(frame);
    if (frame == null || file == null) {
      file(SourcePath.encode(recording), null, -1);
    } else {
      file(file, frame.getLineNumber());
    }
    if (frame != null) {
      logical(frame);
      if (file == null) {
        lack(frame);
      }
    }
    message(message);
    json.writeEndObject();
  }

  /** All frames of a site as a stack. */
  void stack(Site site, String message) throws IOException {
    json.writeStartObject();
    message(message);
    json.writeArrayFieldStart("frames");
    for (StackTraceElement frame : site.frames()) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      Path file = FrameKind.isProgram(frame) ? sources.find(frame) : null;
      if (file != null) {
        file(file, frame.getLineNumber());
      }
      logical(frame);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
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

  private void file(Path file, int line) throws IOException {
    if (file.isAbsolute()) {
      file(file.toUri().toASCIIString(), null, line);
    } else {
      file(SourcePath.encode(file.toString()), ROOT, line);
    }
  }

  /** A file, and a line of it if that is above zero; {@code root} is null for a path of its own. */
  private void file(String uri, @Nullable String root, int line) throws IOException {
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
    json.writeStringField("text", harmless(text));
    json.writeEndObject();
  }

  /** A message that ends with links of ours, to locations by number. */
  void linkedMessage(String text, String links) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("text", harmless(text) + links);
    json.writeEndObject();
  }

  private static String harmless(String text) {
    return Printable.of(text).replace("](", "] (");
  }
}

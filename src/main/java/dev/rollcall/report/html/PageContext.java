package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.common.Printable;
import java.io.IOException;

/** What was going on around the resources of a group: with how many of them, and of released. */
final class PageContext {
  /** Of very many kinds of work the first tell what the others would. */
  private static final int MOST = 20;

  private final JsonGenerator json;
  private final PageTables tables;

  PageContext(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(Context context) throws IOException {
    json.writeArrayFieldStart("context");
    for (Context.Thrown thrown : context.exceptions().stream().limit(MOST).toList()) {
      begin("exception", named(thrown), thrown.count());
      StackTraceElement at = thrown.at();
      if (at != null) {
        json.writeNumberField("at", tables.frame(at));
      }
      json.writeNumberField("frame", tables.frame(thrown.through()));
      json.writeEndObject();
    }
    if (context.threadsEnded() > 0) {
      begin("thread", "the thread of the last step has ended", context.threadsEnded());
      json.writeEndObject();
    }
    for (Context.InTest test : context.tests().stream().limit(MOST).toList()) {
      begin("test", Printable.of(test.name()), test.count());
      json.writeEndObject();
    }
    requests(context.requests());
    json.writeEndArray();
  }

  private void requests(Context.Requests requests) throws IOException {
    for (Context.InRequest request : requests.in().stream().limit(MOST).toList()) {
      begin("request", Printable.of(request.name()), request.count());
      PageTables.text(json, "within", request.within());
      PageTables.text(json, "example", request.example());
      PageTables.number(json, "lastSteps", request.lastSteps());
      if (requests.released() > 0) {
        json.writeNumberField("released", request.released());
        json.writeNumberField("releasedOf", requests.released());
      }
      json.writeEndObject();
    }
  }

  private void begin(String kind, String words, long count) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("words", words);
    json.writeNumberField("count", count);
  }

  private static String named(Context.Thrown thrown) {
    String message = thrown.message();
    return Printable.of(message == null ? thrown.type() : thrown.type() + ": " + message);
  }
}

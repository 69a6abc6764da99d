package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.Context;
import java.io.IOException;

/** What went on around the resources of a group, as JSON, written and read back. */
final class JsonContext {
  private JsonContext() {}

  /** Writes nothing where nothing is known. */
  static void write(Context context, JsonGenerator json, JsonHistory values) throws IOException {
    if (context.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("context");
    json.writeArrayFieldStart("exceptions");
    for (Context.Thrown thrown : context.exceptions()) {
      json.writeStartObject();
      values.string("type", thrown.type());
      values.string("message", thrown.message());
      if (thrown.at() == null) {
        json.writeNullField("at");
      } else {
        json.writeFieldName("at");
        values.frame(thrown.at());
      }
      json.writeFieldName("through");
      values.frame(thrown.through());
      json.writeNumberField("count", thrown.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("threadsEnded", context.threadsEnded());
    json.writeArrayFieldStart("tests");
    for (Context.InTest test : context.tests()) {
      json.writeStartObject();
      values.string("uniqueId", test.uniqueId());
      values.string("name", test.name());
      json.writeNumberField("count", test.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (context.requests().told()) {
      requests(context.requests(), json, values);
    }
    json.writeEndObject();
  }

  private static void requests(Context.Requests requests, JsonGenerator json, JsonHistory values)
      throws IOException {
    json.writeObjectFieldStart("requests");
    json.writeNumberField("released", requests.released());
    json.writeArrayFieldStart("in");
    for (Context.InRequest in : requests.in()) {
      json.writeStartObject();
      values.string("name", in.name());
      values.string("within", in.within());
      json.writeNumberField("count", in.count());
      json.writeNumberField("released", in.released());
      json.writeNumberField("lastSteps", in.lastSteps());
      values.string("example", in.example());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What a group says; nothing where it is of an older report. */
  static Context of(JsonFields group) throws MalformedReportException {
    return group.has("context") ? group.object("context", JsonContext::read) : Context.NONE;
  }

  private static Context read(JsonFields context) throws MalformedReportException {
    return new Context(
        context.list("exceptions", JsonContext::thrown),
        context.count("threadsEnded"),
        context.list("tests", JsonContext::test),
        context.has("requests")
            ? context.object("requests", JsonContext::requests)
            : Context.Requests.NONE);
  }

  private static Context.Thrown thrown(JsonFields thrown) throws MalformedReportException {
    return new Context.Thrown(
        thrown.text("type"),
        thrown.textOrNull("message"),
        thrown.objectOrNull("at", JsonLives::frame),
        thrown.object("through", JsonLives::frame),
        thrown.count("count", 1));
  }

  private static Context.Requests requests(JsonFields requests) throws MalformedReportException {
    return new Context.Requests(
        true, requests.list("in", JsonContext::inRequest), requests.count("released"));
  }

  private static Context.InRequest inRequest(JsonFields in) throws MalformedReportException {
    return new Context.InRequest(
        in.text("name"),
        in.textOrNull("within"),
        in.count("count"),
        in.count("released"),
        in.count("lastSteps"),
        in.textOrNull("example"));
  }

  private static Context.InTest test(JsonFields test) throws MalformedReportException {
    return new Context.InTest(test.text("uniqueId"), test.text("name"), test.count("count", 1));
  }
}

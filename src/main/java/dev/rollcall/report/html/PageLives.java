package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.report.ReportWords;
import java.io.IOException;
import java.util.List;

/** Example lives, step by step. */
final class PageLives {
  private final JsonGenerator json;
  private final PageTables tables;

  PageLives(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(List<History> lives) throws IOException {
    json.writeArrayFieldStart("examples");
    for (History life : lives) {
      write(life);
    }
    json.writeEndArray();
  }

  private void write(History life) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", Words.id(life.resourceId()));
    PageTables.text(json, "type", life.type());
    json.writeStringField("verdict", life.verdict().word());
    PageTables.text(json, "description", life.description());
    PageTables.number(json, "bytes", life.bytes());
    PageTables.number(json, "checker", life.checkerId());
    Jvm jvm = life.jvm();
    if (jvm != null) {
      json.writeNumberField("jvm", tables.jvm(jvm));
    }
    History.Owner owner = life.owner();
    if (owner != null) {
      json.writeObjectFieldStart("owner");
      json.writeStringField("id", Words.id(owner.resourceId()));
      PageTables.text(json, "type", owner.type());
      json.writeEndObject();
    }
    if (life.beginsBefore()) {
      json.writeBooleanField("before", true);
    }
    PageTables.number(json, "missing", life.missingSteps());
    if (!life.isFollowed()) {
      json.writeBooleanField("unfollowed", true);
    }
    steps(life.steps());
    json.writeEndObject();
  }

  private void steps(List<Step> steps) throws IOException {
    if (!steps.isEmpty()) {
      json.writeNumberField("start", PageTables.millis(steps.get(0).moment().time()));
    }
    json.writeArrayFieldStart("steps");
    for (Step step : steps) {
      json.writeStartObject();
      json.writeStringField("k", step.kind().word());
      json.writeNumberField(
          "t", PageTables.millis(step.moment().time() - steps.get(0).moment().time()));
      if (!step.moment().thread().equals(ThreadRef.NONE)) {
        json.writeNumberField("th", tables.thread(step.moment().thread()));
      }
      Long refCount = step.refCount();
      if (refCount != null) {
        json.writeNumberField("c", refCount);
      }
      PageTables.text(json, "n", step.note());
      Site site = step.moment().site();
      if (!site.isUnknown()) {
        json.writeNumberField("s", tables.site(site));
        StackTraceElement at = ReportWords.application(site);
        if (at != null) {
          json.writeNumberField("at", tables.frame(at));
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

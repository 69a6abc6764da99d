package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.Printable;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Suppressed;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.Doubts;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The answer, the totals, how complete they are, and what was read. */
final class PageSummary {
  private final JsonGenerator json;
  private final PageTables tables;

  PageSummary(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  /** What the page is about, as a title names it. */
  static String title(Findings findings) {
    List<ReadRecording> read = findings.recordings();
    if (read.isEmpty()) {
      return "no recording";
    }
    Path file = read.get(0).recording().file();
    Path name = file.getFileName();
    String first = Printable.of((name == null ? file : name).toString());
    return read.size() == 1 ? first : first + " and " + (read.size() - 1) + " more";
  }

  void verdict(Report report) throws IOException {
    Findings findings = report.findings();
    FindingTotals totals = findings.totals();
    String state =
        switch (findings.outcome()) {
          case FOUND -> totals.leaked() > 0 ? "leak" : "misuse";
          case CLEAN -> "clean";
          case UNSURE -> "unsure";
        };
    List<String> more = new ArrayList<>();
    if (!report.shown().leaked() && findings.outcome() == Findings.Outcome.FOUND) {
      more.add("Leaks and misuses are not listed, because of --open.");
    }
    if (!totals.following().isAll()) {
      more.add(ReportWords.followed(totals) + ".");
    }
    long rest = report.shown().leaked() ? ReportWords.unlisted(findings) : 0;
    if (rest > 0) {
      more.add("There are " + ReportWords.unlisted(rest) + ".");
    }
    verdict(state, TextReport.headline(report), more);
  }

  void verdict(String state, String sentence, List<String> more) throws IOException {
    json.writeObjectFieldStart("verdict");
    json.writeStringField("state", state);
    // The word in capitals is there for a grep.
    json.writeStringField("sentence", sentence.replaceFirst("^[A-Z]+: ", ""));
    json.writeArrayFieldStart("more");
    for (String one : more) {
      json.writeString(one);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void totals(String field, Report report) throws IOException {
    FindingTotals totals = report.findings().totals();
    json.writeObjectFieldStart(field);
    json.writeNumberField("registered", totals.registered());
    json.writeNumberField("released", totals.unregistered());
    json.writeNumberField("leaked", report.leaked());
    json.writeNumberField("open", totals.open());
    json.writeNumberField("unknown", totals.unknown());
    json.writeNumberField("misused", report.misused());
    json.writeNumberField("ignored", totals.ignored());
    PageTables.number(json, "suppressed", report.suppressed());
    PageTables.number(json, "known", report.known() == null ? 0 : report.known().leaked());
    PageTables.number(json, "bytes", report.bytes());
    if (!totals.following().isAll()) {
      json.writeNumberField("followed", totals.following().followed());
      json.writeNumberField("lives", totals.following().lives());
    }
    json.writeEndObject();
  }

  void read(Report report) throws IOException {
    Findings findings = report.findings();
    json.writeBooleanField("complete", findings.isSure());
    json.writeArrayFieldStart("doubts");
    for (String doubt :
        findings.recordings().size() == 1 ? Doubts.ofOne(findings) : Doubts.of(findings)) {
      json.writeString(Printable.of(doubt));
    }
    json.writeEndArray();
    json.writeNumberField(
        "end",
        PageTables.millis(
            findings.recordings().stream().mapToLong(r -> r.recording().end()).max().orElse(0)));
    json.writeArrayFieldStart("recordings");
    for (ReadRecording read : findings.recordings()) {
      recording(read);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("suppressions");
    for (Suppressed suppressed : report.suppressions()) {
      json.writeStartObject();
      json.writeStringField("rule", Printable.of(suppressed.rule().words()));
      json.writeStringField("place", Printable.of(suppressed.rule().place()));
      PageTables.text(json, "reason", suppressed.rule().reason());
      json.writeNumberField("resources", suppressed.resources());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void recording(ReadRecording read) throws IOException {
    Recording recording = read.recording();
    json.writeStartObject();
    json.writeStringField("file", Printable.of(recording.file().toString()));
    Jvm jvm = recording.jvm();
    if (jvm != null) {
      json.writeNumberField("jvm", tables.jvm(jvm));
    }
    if (recording.start() > 0) {
      json.writeNumberField("start", PageTables.millis(recording.start()));
      json.writeNumberField("end", PageTables.millis(recording.end()));
    }
    PageTables.text(json, "test", read.test());
    json.writeBooleanField("complete", read.isComplete());
    json.writeArrayFieldStart("losses");
    for (Loss loss : read.losses()) {
      json.writeStartObject();
      json.writeStringField("kind", loss.kind().word());
      json.writeStringField("sentence", Printable.of(loss.sentence()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Recording;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings as JSON, schema version 1: {@code report-1.schema.json} beside this class. */
public final class JsonReport {
  private final JsonGenerator json;
  private final JsonHistory histories;

  private JsonReport(JsonGenerator json) {
    this.json = json;
    this.histories = new JsonHistory(json);
  }

  /** Writes a report of findings that all count; the writer stays open. */
  public static void write(Findings findings, Writer writer) throws IOException {
    write(Report.of(findings), writer);
  }

  /** Writes the whole report; the writer stays open. */
  public static void write(Report report, Writer writer) throws IOException {
    try (JsonGenerator json = JsonHistory.generator(writer)) {
      new JsonReport(json).report(report);
    }
  }

  private void report(Report report) throws IOException {
    Findings findings = report.listed();
    Known known = report.shown().leaked() ? report.known() : null;
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonHistory.SCHEMA_VERSION);
    json.writeArrayFieldStart("recordings");
    for (ReadRecording read : findings.recordings()) {
      recording(read);
    }
    json.writeEndArray();
    json.writeBooleanField("settled", findings.settled());
    totals(report);
    causes(findings.groups(), report.by());
    json.writeArrayFieldStart("groups");
    for (LeakFinding group : findings.groups()) {
      group(group, known, false);
    }
    for (LeakFinding group : known == null ? List.<LeakFinding>of() : known.leaks()) {
      group(group, known, true);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("open");
    for (OpenFinding open : findings.open().groups()) {
      json.writeStartObject();
      properties(open.group(), null, false);
      JsonAges.write(open.ages(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("misuses");
    for (MisuseFinding misuse : findings.misuses()) {
      misuse(misuse, known, false);
    }
    for (MisuseFinding misuse : known == null ? List.<MisuseFinding>of() : known.misuses()) {
      misuse(misuse, known, true);
    }
    json.writeEndArray();
    JsonGrowth.write(findings.open().growth(), json);
    JsonLive.write(findings.open().live(), json, histories);
    byCollector(findings.byCollector());
    JsonOverdue.write(findings.open().overdue(), json, histories);
    JsonSuppressions.write(report.suppressions(), json);
    json.writeEndObject();
  }

  private void byCollector(List<CollectorFinding> groups) throws IOException {
    json.writeArrayFieldStart("releasedByCollector");
    for (CollectorFinding group : groups) {
      json.writeStartObject();
      histories.string("fingerprint", group.origin().fingerprint());
      histories.string("type", group.origin().type());
      json.writeNumberField("count", group.count());
      histories.site(group.origin().site());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void recording(ReadRecording read) throws IOException {
    Recording recording = read.recording();
    json.writeStartObject();
    json.writeStringField("file", recording.file().toString());
    histories.jvm(recording.jvm());
    histories.time("start", recording.start());
    histories.time("end", recording.end());
    String test = read.test();
    if (test != null) {
      json.writeStringField("test", test);
    }
    json.writeBooleanField("complete", read.isComplete());
    json.writeArrayFieldStart("losses");
    for (Loss loss : read.losses()) {
      json.writeStartObject();
      json.writeStringField("kind", loss.kind().word());
      histories.number("count", loss.count());
      json.writeStringField("sentence", loss.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Everything is in the totals, whether it counts or not. */
  private void totals(Report report) throws IOException {
    FindingTotals totals = report.findings().totals();
    Known known = report.known();
    json.writeObjectFieldStart("totals");
    json.writeNumberField("registered", totals.registered());
    json.writeNumberField("unregistered", totals.unregistered());
    json.writeNumberField("released", totals.unregistered());
    json.writeNumberField("leaked", report.leaked());
    json.writeNumberField("suppressed", report.suppressed());
    if (known != null) {
      json.writeNumberField("known", known.leaked());
    }
    json.writeNumberField("open", totals.open());
    json.writeNumberField("unknown", totals.unknown());
    json.writeNumberField("misused", report.misused());
    json.writeNumberField("ignored", totals.ignored());
    JsonFollowing.write(totals.following(), json);
    histories.bytes(report.bytes());
    json.writeEndObject();
  }

  private void group(LeakFinding group, @Nullable Known known, boolean isKnown) throws IOException {
    json.writeStartObject();
    properties(group, known, isKnown);
    json.writeEndObject();
  }

  /** What is said of a group, leaked or open. */
  private void properties(LeakFinding group, @Nullable Known known, boolean isKnown)
      throws IOException {
    histories.string("fingerprint", group.fingerprint());
    histories.string("type", group.type());
    json.writeNumberField("count", group.count());
    baseline(Key.of(group), known, isKnown);
    ownership(group);
    JsonFollowing.write(group, json, histories);
    json.writeNumberField("held", group.held());
    json.writeNumberField("lost", group.lost());
    json.writeArrayFieldStart("refCounts");
    for (Map.Entry<Long, Long> entry : group.refCounts().entrySet()) {
      json.writeStartObject();
      json.writeNumberField("refCount", entry.getKey());
      json.writeNumberField("count", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("oldestMillis", group.oldestMillis());
    JsonGood.write(group.good(), json, histories);
    histories.bytes(group.bytes());
    histories.site(group.site());
    JsonContext.write(group.context(), json, histories);
    json.writeArrayFieldStart("suspects");
    for (Suspect suspect : group.suspects()) {
      suspect(suspect);
    }
    json.writeEndArray();
    JsonContrast.write(group.contrast(), json, histories);
    json.writeArrayFieldStart("examples");
    for (History history : group.examples()) {
      histories.write(history);
    }
    json.writeEndArray();
  }

  private void causes(List<LeakFinding> groups, LeakFinding.By by) throws IOException {
    json.writeArrayFieldStart("causes");
    for (Cause cause : Cause.of(groups, by)) {
      json.writeStartObject();
      json.writeNumberField("leaked", cause.leaked());
      histories.bytes(cause.bytes());
      Suspect suspect = cause.suspect();
      if (suspect != null) {
        json.writeFieldName("suspect");
        suspect(suspect);
      }
      json.writeArrayFieldStart("groups");
      for (LeakFinding group : cause.groups()) {
        json.writeString(group.fingerprint());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void ownership(LeakFinding group) throws IOException {
    if (group.indirect() > 0) {
      json.writeNumberField("direct", group.direct());
      json.writeNumberField("indirect", group.indirect());
    }
    if (!group.owned().isEmpty()) {
      json.writeArrayFieldStart("owns");
      for (Ownership.Owned owned : group.owned()) {
        json.writeStartObject();
        histories.string("fingerprint", owned.fingerprint());
        histories.string("type", owned.type());
        json.writeNumberField("count", owned.count());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void suspect(Suspect suspect) throws IOException {
    json.writeStartObject();
    histories.string("kind", suspect.kind().word());
    json.writeFieldName("frame");
    histories.frame(suspect.frame());
    json.writeNumberField("score", suspect.score());
    histories.string("evidence", suspect.evidence());
    histories.string("confidence", suspect.confidence().word());
    json.writeEndObject();
  }

  private void baseline(Key key, @Nullable Known known, boolean isKnown) throws IOException {
    if (known != null) {
      json.writeBooleanField("known", isKnown);
      json.writeNumberField("before", known.before(key));
    }
  }

  private void misuse(MisuseFinding misuse, @Nullable Known known, boolean isKnown)
      throws IOException {
    json.writeStartObject();
    histories.string("kind", misuse.kind());
    histories.string("type", misuse.type());
    json.writeNumberField("count", misuse.count());
    baseline(Key.of(misuse), known, isKnown);
    histories.string("message", misuse.message());
    json.writeArrayFieldStart("resourceIds");
    for (long id : misuse.resourceIds()) {
      json.writeString(Words.id(id));
    }
    json.writeEndArray();
    histories.site(misuse.site());
    lives(misuse.lives());
    json.writeEndObject();
  }

  private void lives(MisuseFinding.Lives lives) throws IOException {
    if (lives.compared() > 0) {
      json.writeNumberField("compared", lives.compared());
      json.writeNumberField("siblings", lives.siblings());
      json.writeArrayFieldStart("suspects");
      for (Suspect suspect : lives.suspects()) {
        suspect(suspect);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("differences");
      for (Difference difference : lives.differences()) {
        json.writeStartObject();
        histories.string("kind", difference.kind().word());
        json.writeFieldName("frame");
        histories.frame(difference.frame());
        json.writeNumberField("misused", difference.misused());
        json.writeNumberField("siblings", difference.siblings());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!lives.examples().isEmpty()) {
      json.writeArrayFieldStart("examples");
      for (History history : lives.examples()) {
        histories.write(history);
      }
      json.writeEndArray();
    }
  }
}

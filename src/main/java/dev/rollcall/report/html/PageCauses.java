package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Report;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What to fix first: leaks by cause, and of what is open what is overdue or grows. */
final class PageCauses {
  private final JsonGenerator json;
  private final PageTables tables;

  PageCauses(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  void write(Report report, PageGroups numbers) throws IOException {
    Findings findings = report.listed();
    json.writeArrayFieldStart("causes");
    causes(Cause.of(findings.groups(), report.by()), numbers::leaked, false);
    causes(Cause.of(telling(findings), report.by()), numbers::open, true);
    json.writeEndArray();
  }

  /** Of what is open, that which is more than in use: overdue, or ever more. */
  private static List<LeakFinding> telling(Findings findings) {
    Set<String> growing = new HashSet<>();
    findings.open().growth().stream()
        .map(growth -> growth.fingerprint())
        .filter(fingerprint -> fingerprint != null)
        .forEach(growing::add);
    findings.open().overdue().stream()
        .filter(notice -> notice.counts().open() > 0)
        .map(OverdueNotice::fingerprint)
        .forEach(growing::add);
    return findings.open().groups().stream()
        .filter(open -> open.isOverdue() || growing.contains(open.fingerprint()))
        .map(OpenFinding::group)
        .toList();
  }

  private void causes(List<Cause> causes, ToIntFunction<String> number, boolean open)
      throws IOException {
    for (Cause cause : causes) {
      json.writeStartObject();
      json.writeStringField("key", Printable.of(cause.groups().get(0).fingerprint()));
      if (open) {
        json.writeBooleanField("open", true);
      }
      Suspect suspect = cause.suspect();
      if (suspect != null) {
        json.writeFieldName("suspect");
        new PageSuspects(json, tables).write(suspect);
      }
      json.writeNumberField("leaked", cause.leaked());
      PageTables.number(json, "bytes", cause.bytes());
      json.writeNumberField(
          "oldest", cause.groups().stream().mapToLong(LeakFinding::oldestMillis).max().orElse(0));
      json.writeArrayFieldStart("groups");
      for (LeakFinding group : cause.groups()) {
        json.writeNumber(number.applyAsInt(group.fingerprint()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}

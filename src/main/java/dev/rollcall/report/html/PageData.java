package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.report.TextDiff;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All that a page shows, as the scripts of the page read it. The same findings give the same. */
final class PageData {
  private static final int VERSION = 1;

  private final JsonGenerator json;
  private final HtmlReport.Setting setting;
  private final PageTables tables;
  private final PageSummary summary;
  private final PageGroups groups;

  private PageData(JsonGenerator json, HtmlReport.Setting setting) {
    this.json = json;
    this.setting = setting;
    this.tables = new PageTables(setting.links());
    this.summary = new PageSummary(json, tables);
    this.groups = new PageGroups(json, tables);
  }

  /** Writes what a report shows. */
  static void write(Report report, HtmlReport.Setting setting, JsonGenerator json)
      throws IOException {
    PageData data = new PageData(json, setting);
    data.begin("report", PageSummary.title(report.findings()));
    data.summary.verdict(report);
    data.summary.totals("totals", report);
    Known known = report.known();
    Map<Key, Long> before = known == null ? Map.of() : known.before();
    data.json.writeArrayFieldStart("groups");
    data.groups.leaked(report.listed().groups(), "leaked", before, report);
    if (known != null && report.shown().leaked()) {
      data.groups.leaked(known.leaks(), "known", before, report);
    }
    data.groups.open(report.findings().open().groups(), Map.of());
    data.json.writeEndArray();
    data.findings(report);
    data.end();
  }

  /** Writes what a comparison shows: the later report, and what has changed. */
  static void write(Diff diff, HtmlReport.Setting setting, JsonGenerator json) throws IOException {
    PageData data = new PageData(json, setting);
    Report report = Report.of(diff.after());
    Report earlier = Report.of(diff.before());
    data.begin(
        "diff", PageSummary.title(diff.before()) + " \u2192 " + PageSummary.title(diff.after()));
    data.summary.verdict(state(diff), TextDiff.headline(diff), more(diff));
    data.summary.totals("totals", report);
    data.summary.totals("before", earlier);
    Map<Key, Long> before = Key.counts(diff.before());
    Map<String, Long> open = new HashMap<>();
    diff.before().open().groups().forEach(one -> open.put(one.fingerprint(), one.count()));
    data.json.writeArrayFieldStart("groups");
    data.groups.leaked(diff.after().groups(), "leaked", before, report);
    data.groups.leaked(gone(diff), "gone", before, earlier);
    data.groups.open(diff.after().open().groups(), open);
    data.json.writeEndArray();
    data.findings(report);
    new PageChanges(json, data.tables).write(diff, data.groups);
    data.end();
  }

  private static String state(Diff diff) {
    return diff.isWorse() ? "worse" : diff.changes().isEmpty() ? "same" : "better";
  }

  private static List<String> more(Diff diff) {
    return diff.isSure()
        ? List.of()
        : List.of(
            "This may be incomplete: data was lost, a recording ended before its program did, or"
                + " nothing was ever registered.");
  }

  /** What the earlier report has and the later one has not. */
  private static List<LeakFinding> gone(Diff diff) {
    Set<String> left = new HashSet<>();
    diff.after().groups().forEach(group -> left.add(group.fingerprint()));
    return diff.before().groups().stream()
        .filter(group -> !left.contains(group.fingerprint()))
        .toList();
  }

  private void begin(String kind, String title) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("kind", kind);
    json.writeStringField("tool", setting.tool());
    json.writeStringField("title", title);
  }

  private void findings(Report report) throws IOException {
    Findings listed = report.listed();
    json.writeStringField("by", report.by().name().toLowerCase(Locale.ROOT));
    new PageCauses(json, tables).write(report, groups);
    json.writeArrayFieldStart("misuses");
    PageMisuses misuses = new PageMisuses(json, tables);
    misuses.write(listed.misuses(), false);
    Known known = report.known();
    if (known != null && report.shown().leaked()) {
      misuses.write(known.misuses(), true);
    }
    json.writeEndArray();
    new PageOpen(json, tables).write(listed);
    new PageCurves(json, tables).write(listed.open().live());
    summary.read(report);
  }

  private void end() throws IOException {
    json.writeArrayFieldStart("redacted");
    for (String field : setting.redacted()) {
      json.writeString(field);
    }
    json.writeEndArray();
    tables.write(json);
    json.writeEndObject();
  }
}

package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.common.Printable;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Report;
import dev.rollcall.report.GoodLines;
import dev.rollcall.report.OpenWords;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.SiteLines;
import dev.rollcall.report.TextReport;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups, leaked or open, each of which has a number from here on. */
final class PageGroups {
  private final JsonGenerator json;
  private final PageTables tables;
  private final Map<String, Integer> numbers = new HashMap<>();
  private int written;

  PageGroups(JsonGenerator json, PageTables tables) {
    this.json = json;
    this.tables = tables;
  }

  /** The number of a leaked group that was written; -1 where none was. */
  int leaked(String fingerprint) {
    return numbers.getOrDefault("leaked " + fingerprint, -1);
  }

  /** The number of an open group that was written; -1 where none was. */
  int open(String fingerprint) {
    return numbers.getOrDefault("open " + fingerprint, -1);
  }

  /**
   * Leaked ones.
   *
   * @param state what they are on the page: leaked, known from a baseline, or gone
   * @param before how many there were of them earlier; 0 where that is not known
   */
  void leaked(List<LeakFinding> groups, String state, Map<Key, Long> before, Report report)
      throws IOException {
    Map<String, LeakFinding> owners = Ownership.owners(groups);
    for (LeakFinding group : groups) {
      numbers.put("leaked " + group.fingerprint(), written++);
      json.writeStartObject();
      json.writeStringField("state", state);
      common(group, TextReport.condition(group), owners.get(group.fingerprint()));
      PageTables.number(json, "before", before.getOrDefault(Key.of(group), 0L));
      PageTables.number(json, "suppressed", report.suppressed(group.fingerprint()));
      notes(group, "leaked");
      json.writeEndObject();
    }
  }

  /** Open ones. */
  void open(List<OpenFinding> groups, Map<String, Long> before) throws IOException {
    Map<String, LeakFinding> owners =
        Ownership.owners(groups.stream().map(OpenFinding::group).toList());
    for (OpenFinding open : groups) {
      LeakFinding group = open.group();
      numbers.put("open " + open.fingerprint(), written++);
      json.writeStartObject();
      json.writeStringField("state", "open");
      common(group, OpenWords.condition(open), owners.get(open.fingerprint()));
      PageTables.number(json, "before", before.getOrDefault(open.fingerprint(), 0L));
      json.writeStringField("verdict", word(open));
      PageTables.number(json, "overdue", open.ages().overdue());
      PageTables.text(json, "siblings", OpenWords.siblings(open));
      notes(group, "open");
      json.writeEndObject();
    }
  }

  private static String word(OpenFinding open) {
    return open.isOverdue() ? "overdue" : open.isUsual() ? "usual" : "unknown";
  }

  private void common(LeakFinding group, String condition, @Nullable LeakFinding owner)
      throws IOException {
    json.writeStringField("id", Printable.of(group.fingerprint()));
    json.writeStringField("type", Printable.of(group.type()));
    json.writeNumberField("count", group.count());
    if (group.indirect() > 0) {
      json.writeNumberField("direct", group.direct());
      json.writeNumberField("indirect", group.indirect());
    }
    json.writeArrayFieldStart("owns");
    for (Ownership.Owned owned : group.owned()) {
      json.writeStartObject();
      json.writeStringField("id", Printable.of(owned.fingerprint()));
      json.writeStringField("type", Printable.of(owned.type()));
      json.writeNumberField("count", owned.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (owner != null) {
      PageTables.text(json, "owner", owner.fingerprint());
    }
    PageTables.number(json, "bytes", group.bytes());
    json.writeNumberField("oldest", group.oldestMillis());
    json.writeArrayFieldStart("refCounts");
    for (Map.Entry<Long, Long> entry : group.refCounts().entrySet()) {
      json.writeStartArray();
      json.writeNumber(entry.getKey());
      json.writeNumber(entry.getValue());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStringField("condition", condition);
    json.writeNumberField("site", tables.site(group.site()));
    StackTraceElement at = ReportWords.application(group.site());
    if (at != null) {
      json.writeNumberField("at", tables.frame(at));
    }
    LeakFinding.Good good = group.good();
    if (good != null) {
      json.writeNumberField("good", good.leaked());
    }
    new PageSuspects(json, tables).write(group.suspects());
    new PageContext(json, tables).write(group.context());
    new PageContrast(json, tables).write(group.contrast());
    new PageLives(json, tables).write(group.examples());
  }

  /** What else is to be known, in sentences. */
  private void notes(LeakFinding group, String word) throws IOException {
    json.writeArrayFieldStart("notes");
    LeakFinding.Good good = group.good();
    if (good != null) {
      json.writeString(GoodLines.sentence(good));
    }
    if (group.isUnplaced()) {
      json.writeString(SiteLines.unplaced(group, word));
    }
    String more = ReportWords.toKnowMore(group);
    if (!more.isEmpty()) {
      json.writeString(more);
    }
    json.writeEndArray();
  }
}

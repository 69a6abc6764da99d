package dev.rollcall.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Share;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Site;
import dev.rollcall.report.Doubts;
import dev.rollcall.report.OpenWords;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.SiteLines;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.json.JsonFollowing;
import dev.rollcall.report.json.JsonHistory;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Findings as SARIF 2.1.0, the OASIS format in which code scanning services take results: one
 * result for each group, at the line of the program that probably forgot the release, or else at
 * that where its resources were registered.
 *
 * <p>Where clean cannot be promised the run is not called successful, so that a service does not
 * take a result that is missing for one that was fixed.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What somebody does with a resource, after its registration. */
  private static final Set<Step.Kind> OWN =
      EnumSet.of(Step.Kind.RETAIN, Step.Kind.RELEASE, Step.Kind.TOUCH);

  private final JsonGenerator json;
  private final SarifLocations locations;

  private SarifReport(JsonGenerator json, Findings findings, Sources sources) {
    this.json = json;
    String recording =
        findings.recordings().isEmpty()
            ? "recording"
            : findings.recordings().get(0).recording().file().toString();
    this.locations = new SarifLocations(json, sources, recording);
  }

  /** What a result can be of. */
  private enum Rule {
    LEAK(
        "rollcall/leak",
        "error",
        "Resource that was never released",
        "A resource was registered and was still registered when the program ended. Release it on"
            + " every path, including when an exception is thrown, and before the final check. The"
            + " location is where the release was probably forgotten, or else where the resource"
            + " was registered; the code flow shows the life of one of them."),
    MISUSE(
        "rollcall/misuse",
        "error",
        "Misused resource",
        "A resource was released twice, used after its release, or registered incorrectly. The"
            + " location is where this was noticed. Where the resource had been ended too early, the"
            + " message says who may have done that, and the code flow shows the life of one."),
    OPEN(
        "rollcall/open",
        "note",
        "Resource that was still open",
        "A resource was still open when the recording ended, as in the dump of a running program,"
            + " and it is not known that released ones become as old. It has not leaked, and may"
            + " be in use. The location is where its release may be missing, or else where it was"
            + " registered.");

    private final String id;
    private final String level;
    private final String header;
    private final String help;

    Rule(String id, String level, String header, String help) {
      this.id = id;
      this.level = level;
      this.header = header;
      this.help = help;
    }
  }

  /**
   * Writes the whole report; the writer stays open.
   *
   * @return the classes whose source a result is to point at and that {@code sources} lack
   */
  public static Set<String> write(Findings findings, Sources sources, Writer writer)
      throws IOException {
    return write(Report.of(findings), sources, writer);
  }

  /** As above, of what is listed of a report. */
  public static Set<String> write(Report report, Sources sources, Writer writer)
      throws IOException {
    try (JsonGenerator json = JsonHistory.generator(writer)) {
      SarifReport sarif = new SarifReport(json, report.findings(), sources);
      sarif.report(report.listed());
      return sarif.locations.notFound();
    }
  }

  private void report(Findings findings) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool();
    invocation(Doubts.of(findings));
    sourceRoot();
    json.writeArrayFieldStart("results");
    Map<String, LeakFinding> owners = Ownership.owners(findings.groups());
    for (Cause cause : Cause.of(findings.groups())) {
      for (LeakFinding group : cause.groups()) {
        leak(group, owners.get(group.fingerprint()), cause);
      }
    }
    unlisted(findings);
    for (MisuseFinding group : findings.misuses()) {
      misuse(group);
    }
    for (OpenFinding open : findings.open().groups()) {
      if (!open.isUsual()) {
        open(open);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Rollcall");
    json.writeArrayFieldStart("rules");
    for (Rule rule : Rule.values()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id);
      locations.text("shortDescription", rule.header);
      locations.text("fullDescription", rule.help);
      locations.text("help", rule.help);
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", rule.level);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(List<String> doubts) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", doubts.isEmpty());
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (String doubt : doubts) {
      json.writeStartObject();
      json.writeStringField("level", "error");
      locations.message(doubt);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void sourceRoot() throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(SarifLocations.ROOT);
    locations.text(
        "description", "Where the report was written, normally the root of the repository.");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void leak(LeakFinding group, @Nullable LeakFinding owner, Cause cause)
      throws IOException {
    String ofCause = ReportWords.ofCause(cause);
    group(
        Rule.LEAK,
        group,
        ReportWords.suspectAndLeak(group, owner)
            + "; "
            + TextReport.condition(group)
            + (ofCause.isEmpty() ? "." : ". " + ofCause + '.'));
  }

  private void open(OpenFinding open) throws IOException {
    group(Rule.OPEN, open.group(), OpenWords.whole(open));
  }

  private void group(Rule rule, LeakFinding group, String message) throws IOException {
    Related related = related(group);
    String unplaced =
        group.isUnplaced()
            ? " Note: " + SiteLines.unplaced(group, rule == Rule.OPEN ? "open" : "leaked") + '.'
            : "";
    result(rule, message + unplaced, related.links(), group.count());
    place(rule, group);
    related.write(locations, json);
    // A group may have leaked in part, so that it is the result of two rules.
    fingerprint(rule == Rule.OPEN ? "open " + group.fingerprint() : group.fingerprint());
    stack(group.site(), "registered");
    if (!group.examples().isEmpty()) {
      codeFlow(group.site(), group.examples().get(0));
    }
    properties(group);
    json.writeEndObject();
  }

  private void properties(LeakFinding group) throws IOException {
    if (group.suspects().isEmpty() && !group.isUnplaced()) {
      return;
    }
    json.writeObjectFieldStart("properties");
    if (!group.suspects().isEmpty()) {
      json.writeStringField("confidence", group.suspects().get(0).confidence().word());
    }
    JsonFollowing.write(group, json);
    json.writeEndObject();
  }

  /**
   * The line that forgot; if it is in no source at hand, or not known, that of the registration.
   */
  private void place(Rule rule, LeakFinding group) throws IOException {
    StackTraceElement registration = locations.program(group.site());
    StackTraceElement forgot = group.suspects().isEmpty() ? null : group.suspects().get(0).frame();
    boolean leads =
        forgot != null
            && (locations.isFound(forgot)
                || registration == null
                || !locations.isFound(registration));
    if (forgot != null && !leads) {
      locations.lack(forgot);
    }
    json.writeArrayFieldStart("locations");
    locations.location(
        0,
        leads ? forgot : registration,
        rule == Rule.OPEN
            ? leads ? "its release may be missing here" : "registered here and still open"
            : leads ? "may have forgotten to release it" : "registered here and never released");
    json.writeEndArray();
  }

  private Related related(LeakFinding group) {
    Related related = new Related();
    StackTraceElement registration = locations.program(group.site());
    if (registration != null && !group.suspects().isEmpty()) {
      related.add(registration, "registered here", "where it was registered");
    }
    Step last = group.examples().isEmpty() ? null : lastStep(group.examples().get(0));
    if (last != null) {
      StackTraceElement frame = locations.program(last.moment().site());
      related.add(frame, "the last step: " + what(last), "its last step");
    }
    estimated(group.estimate(), related);
    for (Suspect other : group.suspects().stream().skip(1).toList()) {
      related.add(other.frame(), "less likely: " + ReportWords.suspect(other), null);
    }
    return related;
  }

  /** Where those whose site is not known may have been registered. */
  private static void estimated(@Nullable Estimate estimate, Related related) {
    if (estimate == null) {
      return;
    }
    @Nullable String link = "where most of them may have been registered";
    for (Share share : estimate.shares().stream().limit(SiteLines.MOST_SHARES).toList()) {
      if (share.at() != null) {
        String spot =
            String.format(
                Locale.ROOT, "estimate: about %,d may have been registered here", share.count());
        related.add(share.at(), spot, link);
        link = null;
      }
    }
  }

  /** The last that somebody did with it after its registration; {@code null} if nobody did. */
  private static @Nullable Step lastStep(History life) {
    return life.steps().stream()
        .filter(step -> OWN.contains(step.kind()) && !step.moment().site().isUnknown())
        .reduce((one, next) -> next)
        .orElse(null);
  }

  /** Leaks of which only the number is known are of no file but the recording. */
  private void unlisted(Findings findings) throws IOException {
    long leaks = ReportWords.unlisted(findings);
    if (leaks > 0) {
      result(Rule.LEAK, ReportWords.unlisted(leaks), "", leaks);
      json.writeArrayFieldStart("locations");
      locations.location(0, null, "the recording");
      json.writeEndArray();
      fingerprint("unlisted");
      json.writeEndObject();
    }
  }

  private void misuse(MisuseFinding group) throws IOException {
    String said = group.message().isEmpty() ? "" : ": " + group.message();
    Related related = related(group.lives());
    String message = ReportWords.suspectAndMisuse(group) + said;
    String whole = message.endsWith(".") ? message : message + '.';
    result(Rule.MISUSE, whole, related.links(), group.count());
    json.writeArrayFieldStart("locations");
    locations.location(0, locations.program(group.site()), "noticed here");
    json.writeEndArray();
    related.write(locations, json);
    fingerprint(group.kind() + ' ' + Fingerprint.of(group.type(), group.site().frames()));
    stack(group.site(), "noticed");
    if (!group.lives().examples().isEmpty()) {
      codeFlow(group.site(), group.lives().examples().get(0));
    }
    if (!group.lives().suspects().isEmpty()) {
      json.writeObjectFieldStart("properties");
      json.writeStringField("confidence", group.lives().suspects().get(0).confidence().word());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private Related related(MisuseFinding.Lives lives) {
    Related related = new Related();
    if (!lives.examples().isEmpty()) {
      related.add(
          locations.program(lives.examples().get(0).site()),
          "registered here",
          "where it was registered");
    }
    for (Difference difference : lives.differences()) {
      related.add(difference.frame(), ReportWords.difference(difference, lives), null);
    }
    @Nullable String link = "who may have ended it too early";
    for (Suspect suspect : lives.suspects()) {
      related.add(suspect.frame(), ReportWords.suspect(suspect), link);
      link = null;
    }
    return related;
  }

  private void result(Rule rule, String message, String links, long count) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", rule.id);
    json.writeStringField("level", rule.level);
    locations.linkedMessage(message, links);
    json.writeNumberField("occurrenceCount", count);
  }

  /** Twice: GitHub tracks a result by the first of these names and looks at no other. */
  private void fingerprint(String fingerprint) throws IOException {
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("primaryLocationLineHash", Printable.of(fingerprint));
    json.writeStringField("rollcall/v1", Printable.of(fingerprint));
    json.writeEndObject();
  }

  private void stack(Site site, String message) throws IOException {
    if (!site.isUnknown()) {
      json.writeArrayFieldStart("stacks");
      locations.stack(site, message);
      json.writeEndArray();
    }
  }

  /** One life. Its threads are one flow, in the order of its steps, because readers show one. */
  private void codeFlow(Site elsewhere, History life) throws IOException {
    if (life.steps().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    locations.message("The life of " + Words.id(life.resourceId()));
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    for (Step step : life.steps()) {
      json.writeStartObject();
      json.writeFieldName("location");
      // A step without a stack is shown where the resource was registered, or misused.
      Site site = step.moment().site();
      locations.location(0, locations.program(site.isUnknown() ? elsewhere : site), what(step));
      json.writeStringField(
          "executionTimeUtc", ReportWords.instant(step.moment().time()).toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String what(Step step) {
    StringBuilder text = new StringBuilder(step.kind().word());
    if (step.refCount() != null) {
      text.append(", reference count ").append(step.refCount());
    }
    String thread = ReportWords.thread(step.moment().thread());
    if (!thread.isEmpty()) {
      text.append(", thread ").append(thread);
    }
    if (step.note() != null) {
      text.append(": ").append(step.note());
    }
    return text.toString();
  }
}

package dev.rollcall.report.otlp;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.SiteText;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Report;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.table.Owners;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaked, as log records: one for each cause, the one of most leaks first. All are warnings: a
 * program that leaks runs on, and how sure the suspect is says nothing of how bad the leak is.
 */
public final class OtlpLogs {
  private static final int WARN = 13;

  private OtlpLogs() {}

  /**
   * Writes a line, if anything leaked that counts.
   *
   * @param key what {@code Identity} calls the JVM
   * @param report of one JVM
   * @return how many records it has
   */
  public static long write(String key, Report report, Owners owners, Writer writer)
      throws IOException {
    List<Cause> causes = Cause.of(report.listed().groups(), report.by());
    if (!causes.isEmpty()) {
      Span span = Span.of(report.findings());
      OtlpJson.line(
          writer,
          json ->
              json.array(
                  "resourceLogs",
                  () ->
                      json.element(
                          () -> {
                            OtlpResource.write(json, key, span.jvm());
                            json.array(
                                "scopeLogs",
                                () -> json.element(() -> scope(json, causes, owners, span)));
                            json.text("schemaUrl", OtlpJson.SCHEMA);
                          })));
    }
    return causes.size();
  }

  private static void scope(OtlpJson json, List<Cause> causes, Owners owners, Span span)
      throws IOException {
    json.object("scope", () -> json.text("name", "dev.rollcall"));
    json.array(
        "logRecords",
        () -> {
          int rank = 1;
          for (Cause cause : causes) {
            record(json, cause, rank++, owners, span.end());
          }
        });
  }

  private static void record(OtlpJson json, Cause cause, int rank, Owners owners, long time)
      throws IOException {
    json.element(
        () -> {
          json.large("timeUnixNano", time);
          json.large("observedTimeUnixNano", time);
          json.small("severityNumber", WARN);
          json.text("severityText", "WARN");
          json.text("eventName", "rollcall.cause");
          json.object("body", () -> json.text("stringValue", sentence(cause)));
          json.array("attributes", () -> attributes(json, cause, rank, owners));
        });
  }

  private static void attributes(OtlpJson json, Cause cause, int rank, Owners owners)
      throws IOException {
    Suspect suspect = cause.suspect();
    LeakFinding first = cause.groups().get(0);
    StackTraceElement at = ReportWords.at(cause);
    json.attribute("rollcall.cause", cause.name());
    json.attribute("rollcall.rank", rank);
    json.attribute("rollcall.leaked", cause.leaked());
    if (cause.bytes() > 0) {
      json.attribute("rollcall.bytes", cause.bytes());
    }
    json.attribute(
        "rollcall.fingerprints", cause.groups().stream().map(LeakFinding::fingerprint).toList());
    json.attribute(
        "rollcall.types",
        cause.groups().stream().map(LeakFinding::type).distinct().sorted().toList());
    if (suspect != null) {
      json.attribute("rollcall.confidence", suspect.confidence().word());
      json.attribute("rollcall.kind", suspect.kind().word());
      json.attribute("rollcall.score", suspect.score());
      json.attribute("rollcall.found", suspect.found());
      json.attribute("rollcall.todo", suspect.todo());
    }
    if (at != null) {
      json.attribute("rollcall.owners", owners.of(at));
      json.attribute("code.function.name", at.getClassName() + '.' + at.getMethodName());
      json.attribute("code.file.path", at.getFileName());
      if (at.getLineNumber() > 0) {
        json.attribute("code.line.number", at.getLineNumber());
      }
    }
    json.attribute("code.stacktrace", stack(first));
  }

  private static String sentence(Cause cause) {
    String leaked =
        Words.count(cause.leaked(), "resource", "resources")
            + " leaked, of "
            + Words.type(cause.groups().get(0).type())
            + (cause.groups().size() > 1 ? " and others" : "");
    Suspect suspect = cause.suspect();
    return suspect == null
        ? leaked + "; no method is suspected."
        : leaked + ". " + suspect.evidence();
  }

  /** Where those of a group were registered. */
  private static @Nullable String stack(LeakFinding group) {
    return group.site().isUnknown() ? null : SiteText.print(group.site().frames()).stripTrailing();
  }
}

package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.redact.Redaction;
import dev.rollcall.gate.redact.Secrets;
import dev.rollcall.report.folded.FoldedReport;
import dev.rollcall.report.html.HtmlReport;
import dev.rollcall.report.json.JsonDiff;
import dev.rollcall.report.json.JsonHistory;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.junit.JunitReport;
import dev.rollcall.report.sarif.SarifReport;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken out of a report is in none of the formats that it is written in. */
final class RedactedReportTest {
  private static final String SECRET = "secret";
  private static final Set<Redaction.Kind> ALL = EnumSet.allOf(Redaction.Kind.class);

  /** A report, its comparison with an empty one, and its lives, in every format. */
  private static Map<String, String> written(Report report, Diff diff, History life)
      throws IOException {
    Map<String, String> out = new TreeMap<>();
    out.put("text", TextReport.of(report));
    out.put("json", by(writer -> JsonReport.write(report, writer)));
    out.put("html", by(writer -> HtmlReport.write(report, HtmlReport.Setting.PLAIN, writer)));
    out.put("junit", by(writer -> JunitReport.write(report.findings(), writer)));
    Sources sources = new Sources(Path.of(""), List.of());
    out.put("sarif", by(writer -> SarifReport.write(report, sources, writer)));
    out.put("folded", FoldedReport.of(report));
    out.put("diff text", TextDiff.of(diff));
    out.put("diff json", by(writer -> JsonDiff.write(diff, writer)));
    out.put("diff html", by(writer -> HtmlReport.write(diff, HtmlReport.Setting.PLAIN, writer)));
    out.put("life text", Lives.of(life));
    out.put("life json", by(writer -> JsonHistory.write(List.of(life).iterator(), writer)));
    return out;
  }

  private interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  private static String by(Content content) throws IOException {
    StringWriter out = new StringWriter();
    content.writeTo(out);
    return out.toString();
  }

  private static Map<String, String> written(Set<Redaction.Kind> kinds) throws IOException {
    Report report = Secrets.report();
    Diff diff = Diff.of(Report.of(Samples.findings()), report);
    History life = report.findings().groups().get(0).examples().get(0);
    return written(
        new Redaction(kinds).of(report),
        new Redaction(kinds).of(diff),
        new Redaction(kinds).of(life));
  }

  /** A text, wherever its lines are broken. */
  private static String words(@Nullable String text) {
    return String.valueOf(text).replaceAll("\\s+", " ");
  }

  @Test
  void withoutRedactionTheSecretsAreThere() throws IOException {
    Map<String, String> all = written(Set.of());

    for (Redaction.Kind kind : ALL) {
      assertThat(all.get("json")).contains(Secrets.of(kind));
      assertThat(all.get("html")).contains(Secrets.of(kind));
    }
    for (String format : List.of("text", "junit", "sarif", "diff html", "life text", "life json")) {
      assertThat(all.get(format)).as(format).contains(SECRET);
    }
    assertThat(words(all.get("text")))
        .contains("handed to secret-notes; that reference ")
        .contains("belongs to POST /secret-requests")
        .contains("were registered in POST /secret-requests");
  }

  @Test
  void noSecretIsInAnyFormat() throws IOException {
    written(ALL).forEach((format, text) -> assertThat(text).as(format).doesNotContain(SECRET));
  }

  @ParameterizedTest
  @EnumSource
  void eachKindIsTakenOutAlone(Redaction.Kind kind) throws IOException {
    Map<String, String> without = written(Set.of(kind));

    without.forEach((format, text) -> assertThat(text).as(format).doesNotContain(Secrets.of(kind)));
    for (Redaction.Kind other : ALL) {
      if (other != kind) {
        assertThat(without.get("json")).as("" + other).contains(Secrets.of(other));
      }
    }
  }

  @Test
  void whatIsOursStays() throws IOException {
    String text = words(written(ALL).get("text"));

    assertThat(text)
        .contains("handed to (redacted); that reference was never given back")
        .contains(
            "belongs to (redacted), in which 20 of 20 leaked resources were registered, but only 3"
                + " of 883 released siblings: release them there.")
        .contains("were registered in (redacted), but only 3 of 883 released siblings: look at")
        .contains("a.Failed: (redacted)", "double-release: (redacted)", "held by thread thread 1")
        .contains("still registered at the exit check");
  }
}

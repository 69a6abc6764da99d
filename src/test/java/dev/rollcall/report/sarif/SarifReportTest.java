package dev.rollcall.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.ReportTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SARIF, held against its official schema. */
final class SarifReportTest {
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sarif(Findings findings) throws IOException {
    StringWriter out = new StringWriter();
    SarifReport.write(findings, out);
    return out.toString();
  }

  /** The one run of a report that keeps to the schema. */
  private static JsonNode run(Findings findings) throws IOException {
    JsonNode report = new ObjectMapper().readTree(sarif(findings));
    assertThat(SCHEMA.validate(report)).isEmpty();
    assertThat(report.at("/version").asText()).isEqualTo("2.1.0");
    assertThat(report.at("/runs")).hasSize(1);
    return report.at("/runs/0");
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    String more = sarif(ReportTest.everything().findings());

    assertThat(SCHEMA.validate(new ObjectMapper().readTree(more.replace("ruleId", "rule_id"))))
        .isNotEmpty();
    assertThat(SCHEMA.validate(new ObjectMapper().readTree(more.replace("\"2.1.0\"", "\"2\""))))
        .isNotEmpty();
  }

  @Test
  void eachGroupIsAResultAtItsSite() throws IOException {
    JsonNode run = run(ReportTest.everything().findings());

    assertThat(run.at("/results")).hasSize(3);
    JsonNode leak = run.at("/results/0");
    assertThat(leak.at("/ruleId").asText()).isEqualTo("rollcall/leak");
    assertThat(leak.at("/level").asText()).isEqualTo("error");
    assertThat(leak.at("/message/text").asText())
        .startsWith(
            "2 x com.acme.Buffer never released, registered at"
                + " com.acme.Server.open(Server.java:42); oldest 1.5 s;")
        .endsWith("; collector: reachable");
    assertThat(leak.at("/occurrenceCount").asInt()).isEqualTo(2);
    assertThat(leak.at("/locations")).hasSize(1);
    JsonNode location = leak.at("/locations/0");
    assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("com/acme/Server.java");
    assertThat(location.at("/physicalLocation/artifactLocation/uriBaseId").asText())
        .isEqualTo("SRCROOT");
    assertThat(location.at("/physicalLocation/region/startLine").asInt()).isEqualTo(42);
    assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("com.acme.Server.open");
    String fingerprint = "com.acme.Buffer@2d251174a7e3a05b";
    assertThat(leak.at("/partialFingerprints/primaryLocationLineHash").asText())
        .isEqualTo(fingerprint);
    assertThat(leak.at("/partialFingerprints/rollcall~1v1").asText()).isEqualTo(fingerprint);
    assertThat(run.at("/originalUriBaseIds").has("SRCROOT")).isTrue();

    JsonNode misuse = run.at("/results/2");
    assertThat(misuse.at("/ruleId").asText()).isEqualTo("rollcall/misuse");
    assertThat(misuse.at("/message/text").asText())
        .startsWith("1 x double-release of com.acme.Buffer at com.acme.Server.misuse(")
        .endsWith(": it was wrong");
  }

  @Test
  void everyResultNamesARuleWithHelp() throws IOException {
    JsonNode run = run(ReportTest.everything().findings());

    Set<String> ids = new HashSet<>();
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      ids.add(rule.at("/id").asText());
      assertThat(rule.at("/help/text").asText()).isNotBlank();
    }
    assertThat(run.at("/results"))
        .allSatisfy(result -> assertThat(result.at("/ruleId").asText()).isIn(ids));
  }

  @Test
  void theLifeOfAnExampleIsACodeFlow() throws IOException {
    Events events = new Events().register(1).retain(1, 2, 1).touch(1, "to the decoder", 2);
    events.check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1);
    JsonNode leak = run(events.findings()).at("/results/0");

    assertThat(leak.at("/stacks/0/frames")).hasSize(1);
    JsonNode steps = leak.at("/codeFlows/0/threadFlows/0/locations");
    assertThat(steps).hasSize(4);
    assertThat(steps.at("/0/location/message/text").asText()).isEqualTo("register, thread main");
    assertThat(steps.at("/1/location/message/text").asText())
        .isEqualTo("retain, reference count 2, thread main");
    assertThat(steps.at("/2/location/message/text").asText())
        .isEqualTo("touch, thread main: to the decoder");
    assertThat(steps.at("/2/location/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("com.acme.Server.use");
    assertThat(steps.at("/3/location/message/text").asText()).contains("still registered at");
    // The check has no place in the program: it is shown where the resource came from.
    assertThat(steps.at("/3/location/physicalLocation/region/startLine").asInt()).isEqualTo(42);
  }

  @Test
  void doubtsMakeTheRunUnsuccessful() throws IOException {
    JsonNode doubtful = run(ReportTest.everything().findings()).at("/invocations/0");
    assertThat(doubtful.at("/executionSuccessful").asBoolean(true)).isFalse();
    assertThat(doubtful.at("/toolExecutionNotifications/0/level").asText()).isEqualTo("error");
    assertThat(doubtful.at("/toolExecutionNotifications/0/message/text").asText())
        .startsWith("app.jfr: the global checker counted 5 registrations");

    Events clean = new Events().register(1).unregister(1, 0);
    JsonNode run = run(clean.check(5, "exit", new Totals(1, 1, 0, 0)).findings());
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.at("/invocations/0/toolExecutionNotifications")).isEmpty();
    assertThat(run.at("/results").isArray()).isTrue();
    assertThat(run.at("/results")).isEmpty();
  }

  /** GitHub refuses a whole report for one result without a file. */
  @Test
  void everyResultHasAFile() throws IOException {
    Events events = new Events().check(5, "exit", new Totals(3, 0, 3, 0)).leak(5, 1);
    JsonNode results = run(events.findings()).at("/results");

    assertThat(results).hasSize(2);
    assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("com/acme/Buffer.java");
    assertThat(results.at("/1/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("app.jfr");
    assertThat(results.at("/1/message/text").asText()).startsWith("2 more leaked resources");
  }

  @Test
  void theSourceFileIsThatOfTheOutermostClass() {
    assertThat(SourcePath.of("com.acme.Server")).isEqualTo("com/acme/Server.java");
    assertThat(SourcePath.of("com.acme.Server$Loop$1")).isEqualTo("com/acme/Server.java");
    assertThat(SourcePath.of("com.acme.Server$$Lambda/0x0001")).isEqualTo("com/acme/Server.java");
    assertThat(SourcePath.of("com.acme.Server[][]")).isEqualTo("com/acme/Server.java");
    assertThat(SourcePath.of("Main")).isEqualTo("Main.java");
    assertThat(SourcePath.of("com.acme.Büro")).isEqualTo("com/acme/B%C3%BCro.java");
    assertThat(SourcePath.of("//evil.example/x")).doesNotStartWith("/");
    assertThat(URI.create(SourcePath.of(Hostile.NAME)).isAbsolute()).isFalse();
    assertThat(SourcePath.of("../../etc/passwd")).doesNotContain("..");
    assertThat(SourcePath.encode("/tmp/a b.jfr")).isEqualTo("/tmp/a%20b.jfr");
  }

  @Test
  void hostileStringsAreShownNotSent() throws IOException {
    Findings findings = Hostile.events().findings();

    assertThat(sarif(findings)).matches("[\\x20-\\x7e\\n]*");
    JsonNode run = run(findings);
    assertThat(run.at("/results")).hasSize(2);
    assertAllHarmless(run);
    assertThat(run.at("/results/0/message/text").asText()).contains("[x] (http://e.example)");
  }

  private static void assertAllHarmless(JsonNode node) {
    if (node.isTextual()) {
      String text = node.asText();
      assertThat(text.chars().filter(Character::isISOControl)).as(text).isEmpty();
      assertThat(text).doesNotContain("\u202e");
    }
    if (node.has("text")) {
      assertThat(node.at("/text").asText()).doesNotContain("](");
    }
    node.forEach(SarifReportTest::assertAllHarmless);
  }
}

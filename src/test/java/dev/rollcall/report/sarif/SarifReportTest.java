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
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.common.Frames;
import dev.rollcall.gate.Samples;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.ReportTest;
import dev.rollcall.report.source.SourcePath;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SARIF, held against its official schema. */
final class SarifReportTest {
  private static final JsonSchema SCHEMA = schema();
  private static final Sources NO_SOURCES = new Sources(Path.of("none"), List.of());

  /** Links to related locations are ours; no others are left. */
  private static final String FOREIGN_LINK = "(?s).*\\]\\((?!\\d+\\)).*";

  @TempDir private Path directory = Path.of("");

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
    return sarif(findings, NO_SOURCES);
  }

  private static String sarif(Findings findings, Sources sources) throws IOException {
    StringWriter out = new StringWriter();
    SarifReport.write(findings, sources, out);
    return out.toString();
  }

  /** A project that has the sources of these classes. */
  private Sources sourcesOf(String... classes) throws IOException {
    Path root = directory.resolve("src/main/java");
    for (String name : classes) {
      Path file = root.resolve(name.replace('.', '/') + ".java");
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, "");
    }
    return new Sources(directory, List.of());
  }

  /** The one run of a report that keeps to the schema. */
  private static JsonNode run(Findings findings) throws IOException {
    return run(findings, NO_SOURCES);
  }

  private static JsonNode run(Findings findings, Sources sources) throws IOException {
    JsonNode report = new ObjectMapper().readTree(sarif(findings, sources));
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

  /** Three that were released in {@code close}, and two that were not. */
  private static Events forgottenInClose() {
    Events events = new Events();
    for (long id = 1; id <= 3; id++) {
      events.register(id).touch(id, "in use", 1).unregister(id, 1, "close");
    }
    for (long id = 4; id <= 6; id++) {
      events.register(id).touch(id, "in use", 1);
    }
    return events.check(5, "exit", new Totals(6, 3, 3, 0)).leak(5, 4).leak(5, 5).leak(5, 6);
  }

  @Test
  void eachLeakIsAResultThatLeadsWithItsSuspect() throws IOException {
    JsonNode run = run(forgottenInClose().findings(), sourcesOf("com.acme.Server"));

    assertThat(run.at("/results")).hasSize(1);
    JsonNode leak = run.at("/results/0");
    assertThat(leak.at("/ruleId").asText()).isEqualTo("rollcall/leak");
    assertThat(leak.at("/level").asText()).isEqualTo("error");
    assertThat(leak.at("/message/text").asText())
        .startsWith(
            "Server.close released 3 of 3 released siblings; 0 of 3 leaked resources came there:"
                + " release them after Server.use, where the ways part. Confidence: low. 3 x"
                + " com.acme.Buffer never released, registered at"
                + " com.acme.Server.open(Server.java:42);")
        .endsWith(". See [where it was registered](1) and [its last step](2).");
    assertThat(leak.at("/properties/confidence").asText()).isEqualTo("low");
    assertThat(leak.at("/occurrenceCount").asInt()).isEqualTo(3);
    assertThat(leak.at("/locations")).hasSize(1);
    assertThat(where(leak.at("/locations/0")))
        .isEqualTo("%SRCROOT% src/main/java/com/acme/Server.java:42 com.acme.Server.close");
    assertThat(where(leak.at("/relatedLocations/0")))
        .isEqualTo("%SRCROOT% src/main/java/com/acme/Server.java:42 com.acme.Server.open");
    assertThat(leak.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
    assertThat(leak.at("/relatedLocations/0/message/text").asText()).isEqualTo("registered here");
    assertThat(where(leak.at("/relatedLocations/1"))).endsWith(":42 com.acme.Server.use");
    assertThat(leak.at("/relatedLocations/1/id").asInt()).isEqualTo(2);
    assertThat(leak.at("/relatedLocations/1/message/text").asText())
        .isEqualTo("the last step: touch, thread main: in use");
    assertThat(leak.at("/relatedLocations/2/message/text").asText()).startsWith("less likely: ");
    String fingerprint = "com.acme.Buffer@2d251174a7e3a05b";
    assertThat(leak.at("/partialFingerprints/primaryLocationLineHash").asText())
        .isEqualTo(fingerprint);
    assertThat(leak.at("/partialFingerprints/rollcall~1v1").asText()).isEqualTo(fingerprint);
    assertThat(run.at("/originalUriBaseIds").has("%SRCROOT%")).isTrue();
  }

  private static String where(JsonNode location) {
    JsonNode file = location.at("/physicalLocation");
    return file.at("/artifactLocation/uriBaseId").asText()
        + ' '
        + file.at("/artifactLocation/uri").asText()
        + (file.has("region") ? ":" + file.at("/region/startLine").asInt() : "")
        + ' '
        + location.at("/logicalLocations/0/fullyQualifiedName").asText();
  }

  /** Sites as recordings have them: no frame names a file. */
  private static Site site(String... classes) {
    return new Site(
        Stream.of(classes).map(name -> Frames.withoutFile(name, "run", 7)).toList(), false);
  }

  private static Findings leakedAt(Site site) {
    Events events = new Events();
    Moment moment = new Moment(1_764_000_000_000_000_500L, new ThreadRef("main", 1), site);
    events.add(new Registered(moment, 0, 1, "lib.Pool", null));
    return events.check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1).findings();
  }

  /** A suspect in a library is nothing that the reader could open. */
  @Test
  void aSuspectWithoutSourceGivesWayToTheSite() throws IOException {
    Findings findings = leakedAt(site("java.util.ArrayList", "lib.Broker", "com.acme.Server"));
    StackTraceElement suspect = findings.groups().get(0).suspects().get(0).frame();
    assertThat(suspect.getClassName()).isEqualTo("lib.Broker");

    StringWriter out = new StringWriter();
    assertThat(SarifReport.write(findings, sourcesOf("com.acme.Server"), out))
        .contains("lib.Broker");
    JsonNode leak = run(findings, sourcesOf("com.acme.Server")).at("/results/0");
    assertThat(where(leak.at("/locations/0")))
        .isEqualTo("%SRCROOT% src/main/java/com/acme/Server.java:7 com.acme.Server.run");
    assertThat(leak.at("/locations/0/message/text").asText()).contains("registered here");
  }

  @Test
  void aLeakWithoutSuspectsPointsAtTheProgram() throws IOException {
    Findings all = leakedAt(site("java.util.ArrayList", "com.acme.Server", "com.acme.Main"));
    Findings findings =
        new Findings(
            all.recordings(),
            all.totals(),
            List.of(all.groups().get(0).suspecting(List.of())),
            StillOpen.NONE,
            List.of(),
            List.of(),
            true);

    JsonNode leak = run(findings, sourcesOf("com.acme.Server", "com.acme.Main")).at("/results/0");
    assertThat(where(leak.at("/locations/0")))
        .isEqualTo("%SRCROOT% src/main/java/com/acme/Server.java:7 com.acme.Server.run");
    assertThat(leak.at("/message/text").asText()).startsWith("1 x lib.Pool never released,");
    assertThat(leak.has("relatedLocations")).isFalse();
    assertThat(leak.has("properties")).isFalse();
  }

  /** GitHub refuses a whole report for one location without a file. */
  @Test
  void whatHasNoSourceIsLocatedInTheRecording() throws IOException {
    StringWriter out = new StringWriter();
    Set<String> notFound =
        SarifReport.write(forgottenInClose().findings(), sourcesOf("com.acme.Other"), out);

    assertThat(notFound).containsExactly("com.acme.Server");
    JsonNode leak = new ObjectMapper().readTree(out.toString()).at("/runs/0/results/0");
    assertThat(where(leak.at("/locations/0"))).isEqualTo(" app.jfr com.acme.Server.close");
    List<JsonNode> shown = new ArrayList<>();
    leak.at("/locations").forEach(shown::add);
    leak.at("/relatedLocations").forEach(shown::add);
    leak.at("/codeFlows/0/threadFlows/0/locations")
        .forEach(step -> shown.add(step.at("/location")));
    assertThat(shown)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            one -> assertThat(one.at("/physicalLocation/artifactLocation").has("uri")).isTrue());
  }

  @Test
  void aSourceOutsideOfTheWorkingDirectoryHasAWholeUri() throws IOException {
    sourcesOf("com.acme.Server");
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Sources sources = new Sources(elsewhere, List.of(directory));

    JsonNode file =
        run(forgottenInClose().findings(), sources)
            .at("/results/0/locations/0/physicalLocation/artifactLocation");
    assertThat(file.has("uriBaseId")).isFalse();
    assertThat(URI.create(file.at("/uri").asText()))
        .isEqualTo(directory.resolve("src/main/java/com/acme/Server.java").toUri());
  }

  @Test
  void aMisuseIsAResultWhereItWasNoticed() throws IOException {
    JsonNode run = run(ReportTest.everything().findings(), sourcesOf("com.acme.Server"));

    assertThat(run.at("/results")).hasSize(3);
    JsonNode misuse = run.at("/results/2");
    assertThat(misuse.at("/ruleId").asText()).isEqualTo("rollcall/misuse");
    assertThat(misuse.at("/message/text").asText())
        .startsWith("1 x double-release of com.acme.Buffer at com.acme.Server.misuse(")
        .endsWith(": it was wrong. See [where it was registered](1).");
    assertThat(where(misuse.at("/locations/0"))).endsWith(":42 com.acme.Server.misuse");
  }

  @Test
  void theGroupsOfTheLargestCauseComeFirstAndSaySo() throws IOException {
    JsonNode results = run(Samples.ofTwoCauses()).at("/results");

    String cause =
        "Cause: 4 leaked in 2 groups: com.acme.Server.two (confidence: low), the first suspect of"
            + " all of them.";
    assertThat(results).hasSize(3);
    assertThat(results.at("/0/message/text").asText())
        .contains("registered at com.acme.Server.first(", cause);
    assertThat(results.at("/1/message/text").asText())
        .contains("registered at com.acme.Server.second(", cause);
    assertThat(results.at("/2/message/text").asText()).doesNotContain("Cause");
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
    JsonNode leak = run(events.findings(), sourcesOf("com.acme.Server")).at("/results/0");

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

  @Test
  void leaksKnownByNumberAreOfTheRecording() throws IOException {
    Events events = new Events().check(5, "exit", new Totals(3, 0, 3, 0)).leak(5, 1);
    JsonNode results = run(events.findings()).at("/results");

    assertThat(results).hasSize(2);
    assertThat(where(results.at("/0/locations/0"))).isEqualTo(" app.jfr ");
    assertThat(where(results.at("/1/locations/0"))).isEqualTo(" app.jfr ");
    assertThat(results.at("/1/message/text").asText()).startsWith("2 more leaked resources");
  }

  @Test
  void pathsAreEscaped() {
    assertThat(SourcePath.encode("/tmp/a b.jfr")).isEqualTo("/tmp/a%20b.jfr");
    assertThat(SourcePath.encode("src/main/java/B\u00fcro.java"))
        .isEqualTo("src/main/java/B%C3%BCro.java");
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
      assertThat(node.at("/text").asText()).doesNotMatch(FOREIGN_LINK);
    }
    node.forEach(SarifReportTest::assertAllHarmless);
  }
}

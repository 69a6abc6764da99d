package dev.rollcall.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.growth.LiveOverTime.Point;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.RuleFile;
import dev.rollcall.gate.Samples;
import dev.rollcall.recording.LifecycleEvent.LiveCounted;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.ReportTest;
import dev.rollcall.report.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON reports read back: exactly as they were written, or refused with the reason. */
final class JsonReportReaderTest {
  /** Also writes what UTF-8 cannot: half of a surrogate pair. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

  @TempDir private Path directory = Path.of("");

  /** Whatever a report can hold: every kind of step, a loss, misuse, hostile strings, rules. */
  private static Report everything() throws Exception {
    String evil = "\u001b[2J\"\\\n\u202e \ud83d\ude00\ud800";
    Site site = new Site(List.of(new StackTraceElement("a." + evil, evil, evil, -1)), true);
    Events events =
        new Events()
            .checkpoint("start", new Totals(0, 0, 0, 0), 0)
            .register(1)
            .retain(1, 2, -1)
            .touch(1, evil, 0)
            .release(1, 1, 1)
            .register(2, "other")
            .register(3)
            .unregister(3, 0)
            .misuse(3, "double-release")
            .add(new Registered(new Moment(1, new ThreadRef(evil, 9), site), 0, 4, evil, evil))
            .check(5, "exit", new Totals(6, 1, 5, 0))
            .leak(5, 1)
            .leak(5, 2, null, true)
            .leak(5, 4);
    for (int second = 1; second <= 3; second++) {
      Moment moment = new Moment(second * 1_000_000_000L, new ThreadRef(evil, 9), site);
      events.add(new LiveCounted(moment, 0, evil, second, 2L * second));
    }
    return new Gate(
            RuleFile.parse("w.txt", "frame *.other lost \"why\"\ntype no \"no\""), null, false)
        .apply(Report.of(events.findings()));
  }

  private static String json(Report report) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report, out);
    return out.toString();
  }

  private Report read(String json) throws IOException, MalformedReportException {
    return JsonReportReader.read(Files.writeString(directory.resolve("report.json"), json));
  }

  private void assertRefused(String json, String... parts) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(MalformedReportException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void aReportIsReadAsItWasWritten() throws Exception {
    String json = json(everything());

    assertThat(json(read(json))).isEqualTo(json);
    ReportTest.valid(json);
  }

  /** It is in the report that every other test here reads, too. */
  @Test
  void theContrastOfAGroupIsReadAsItIs() throws Exception {
    Report report = everything();
    LeakFinding group = report.findings().groups().get(0);
    assertThat(group.contrast().tracks().steps()).isNotEmpty();
    assertThat(group.contrast().ages().isEmpty()).isFalse();
    Tracks.Step hostile =
        new Tracks.Step(
            Tracks.Side.HEALTHY,
            Tracks.Kind.TOUCH,
            new StackTraceElement("a.\u202eB", "m", null, -1),
            "\u001b[2J",
            0,
            1L << 40);
    Contrast contrast =
        new Contrast(
            new Tracks(3, 1L << 40, List.of(hostile), 7), Spread.of(0, 900), Spread.of(1 << 30));

    String json = json(Report.of(Samples.findings(group.with(contrast))));

    Contrast read = read(json).findings().groups().get(0).contrast();
    assertThat(json(Report.of(Samples.findings(group.with(read))))).isEqualTo(json);
    assertThat(read.ages()).isEqualTo(contrast.ages());
    assertThat(read.lifetimes()).isEqualTo(contrast.lifetimes());
    assertThat(read.tracks().omitted()).isEqualTo(7);
    assertThat(read.tracks().steps().get(0).healthy()).isEqualTo(1L << 40);
    assertThat(read.tracks().steps().get(0).note()).isEqualTo("\u001b[2J");
    ReportTest.valid(json);
    assertRefused(
        json.replace("[1, 0", "[" + "0, ".repeat(Spread.MOST) + "1"),
        "contrast.ages is not an array of at most 63 counts");
  }

  /** It is in the report that every other test here reads, too. */
  @Test
  void whatLivedOverTimeIsReadAsItIs() throws Exception {
    Report report = everything();
    LiveOverTime live = report.findings().open().live();
    assertThat(live.curves()).isNotEmpty();
    assertThat(live.marks()).isNotEmpty();

    Report read = read(json(report));
    assertThat(read.findings().open().live().marks()).isEqualTo(live.marks());
    assertThat(read.findings().open().live().curves().get(0).points())
        .isEqualTo(live.curves().get(0).points())
        .extracting(Point::live)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aReportThatIsReadSaysTheSame() throws Exception {
    Report report = everything();

    assertThat(TextReport.of(read(json(report)))).isEqualTo(TextReport.of(report));
  }

  @Test
  void whatABaselineKnewIsAGroupAgain() throws Exception {
    Report earlier = Report.of(Samples.findings(Samples.leaks("open", 2)));
    Report now =
        new Gate(List.of(), earlier, true)
            .apply(
                Report.of(
                    Samples.findings(
                        1,
                        List.of(Samples.leaks("open", 2), Samples.leaks("other", 1)),
                        List.of())));

    Report read = read(json(now));
    assertThat(read.known()).isNull();
    assertThat(read.findings().groups()).hasSize(2);
    assertThat(read.findings().totals().leaked()).isEqualTo(3);
  }

  @Test
  void causesComeBeforeTheirGroups() throws Exception {
    List<String> names = new ArrayList<>();
    MAPPER.readTree(json(everything())).fieldNames().forEachRemaining(names::add);

    assertThat(names).containsSubsequence("totals", "causes", "groups", "misuses");
  }

  @Test
  void whatTextCallsReleasedHasBothNames() throws Exception {
    JsonNode totals = MAPPER.readTree(json(everything())).get("totals");

    assertThat(totals.get("unregistered").longValue()).isPositive();
    assertThat(totals.get("released")).isEqualTo(totals.get("unregistered"));
  }

  /** Before there were suppressions the report did not say whether it was settled. */
  @Test
  void anEarlierReportIsReadToo() throws Exception {
    ObjectNode report = (ObjectNode) MAPPER.readTree(json(everything()));
    report.remove(List.of("settled", "suppressions"));
    ((ObjectNode) report.get("totals")).remove(List.of("suppressed", "released"));

    Report read = read(MAPPER.writeValueAsString(report));
    assertThat(read.suppressions()).isEmpty();
    assertThat(read.findings().settled()).isTrue();
    ((ObjectNode) report.get("totals")).put("open", 1);
    assertThat(read(MAPPER.writeValueAsString(report)).findings().settled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "{}",
        "{\"schemaVersion\":1}",
        "{\"schemaVersion\":1,\"histories\":[]}",
        "{\"schemaVersion\":\"1\",\"groups\":[]}",
        "{\"schemaVersion\":1,\"groups\":[]} x",
        "{\"schemaVersion\":1,\"schemaVersion\":1,\"groups\":[]}",
        "FLR\0",
      })
  void whatIsNoReportIsRefused(String text) {
    assertRefused(text, "report.json is no JSON report of Rollcall: ", "--format json writes one");
  }

  @Test
  void deepNestingIsRefused() {
    assertRefused("[".repeat(1_000_000), "is no JSON report of Rollcall: it is nested deeper");
    assertRefused(
        "{\"a\":".repeat(1_000_000), "is no JSON report of Rollcall: it is nested deeper");
  }

  @Test
  void valuesOfAnyLengthAreRefused() throws Exception {
    String json = json(everything());
    String registered = "\"registered\" : 6";
    assertThat(json).contains(registered);
    String number = "\"registered\" : " + "9".repeat(100_000);
    String name = '"' + "x".repeat(100_000) + "\" : 1, " + registered;
    String text = "\"x\" : \"" + "x".repeat(30_000_000) + "\", " + registered;

    assertRefused(json.replace(registered, number), "or has a longer value");
    assertRefused(json.replace(registered, name), "or has a longer value");
    assertRefused(json.replace(registered, text), "or has a longer value");
    assertRefused(
        json.replace(registered, "\"registered\" : 1e999999999"), "is not a whole number");
  }

  /** What a later version may add. */
  @Test
  void unknownFieldsAreIgnored() throws Exception {
    String json = json(everything());
    String more = json.replace("\"count\" :", "\"later\" : [ { \"x\" : { } } ], \"count\" :");

    assertThat(more).hasSizeGreaterThan(json.length());
    assertThat(json(read(more))).isEqualTo(json);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = Files.write(directory.resolve("b.json"), new byte[] {'{', '"', (byte) 0xff, 1});

    assertThatThrownBy(() -> JsonReportReader.read(file))
        .isInstanceOf(MalformedReportException.class)
        .hasMessageContaining("b.json");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> JsonReportReader.read(directory.resolve("nowhere.json")))
        .isInstanceOf(MalformedReportException.class)
        .hasMessageContaining("cannot read");
  }

  @Test
  void anotherSchemaVersionIsRefused() throws Exception {
    assertRefused(
        json(everything()).replaceFirst("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
        "is a report with schemaVersion 2, and this Rollcall reads 1");
  }

  @ParameterizedTest
  @CsvSource({
    "/totals/leaked, 0, totals.leaked is not at least",
    "/totals/misused, 0, totals.misused is not at least",
    "/totals/registered, -1, totals.registered is not a count",
    "/totals/registered, 9007199254740993, totals.registered is not a count",
    "/totals/registered, 1e30, totals.registered is not a whole number",
    "/groups/0/count, 0, groups[0].count is not a count",
    "/groups/0/held, 100, groups[0].count is not at least held and lost",
    "/groups/0/examples/0/resourceId, '\"7\"', groups[0].examples[0].resourceId is not an id",
    "/groups/0/examples/0/verdict, '\"guilty\"', groups[0].examples[0].verdict is not one of",
    "/groups/0/examples/0/checkerId, 5000000000, groups[0].examples[0].checkerId is not a number",
    "/groups/0/examples/0/history/0/time, '\"noon\"', history[0].time is not a time",
    "/groups/0/contrast/ages, '[-1]', contrast.ages is not an array of counts",
    "/groups/0/contrast/ages, '[0.5]', contrast.ages is not an array of counts",
    "/live/curves/0/live, '[1]', live.curves[0].live is not an array as long as millis",
    "/live/curves/0/millis, '[0,7,7]', live.curves[0].millis is not an array of times in",
    "/groups/0/contrast/tracks/steps/0/side, '\"left\"', steps[0].side is not one of",
    "/recordings/0/start, '\"+999999999-01-01T00:00:00Z\"', recordings[0].start is not a time",
    "/recordings/0/file, '\"\\u0000\"', recordings[0].file is not the path of a file",
  })
  void aValueThatCannotBeIsNamed(String pointer, String value, String problem) throws Exception {
    JsonNode report = MAPPER.readTree(json(everything()));
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) report.at(pointer.substring(0, slash));
    assertThat(parent.has(pointer.substring(slash + 1))).isTrue();
    parent.set(pointer.substring(slash + 1), MAPPER.readTree(value));

    assertRefused(MAPPER.writeValueAsString(report), problem);
  }

  @Test
  void twoGroupsWithOneFingerprintAreRefused() throws Exception {
    JsonNode report = MAPPER.readTree(json(everything()));
    ArrayNode groups = (ArrayNode) report.get("groups");
    groups.add(groups.get(0).deepCopy());

    assertRefused(
        MAPPER.writeValueAsString(report),
        "groups is not a list with one group for each fingerprint");
  }

  /** Each field in turn is taken away, or becomes something else: refused by name, or optional. */
  @Test
  void everyFieldIsChecked() throws Exception {
    JsonNode report = MAPPER.readTree(json(everything()));
    List<String> ignored = new ArrayList<>();
    mutate(report, report, "", ignored);

    // Derived from others, or not needed to read a report back.
    assertThat(ignored.stream().map(path -> path.replaceAll("\\[\\d+]", "[]")).distinct())
        .containsExactlyInAnyOrder(
            "recordings[].complete",
            "totals.released",
            "totals.suppressed",
            "causes",
            "causes[].leaked",
            "causes[].groups",
            "causes[].suspect",
            "causes[].suspect.kind",
            "causes[].suspect.frame",
            "causes[].suspect.frame.class",
            "causes[].suspect.frame.method",
            "causes[].suspect.frame.file",
            "causes[].suspect.frame.line",
            "causes[].suspect.score",
            "causes[].suspect.evidence",
            "causes[].suspect.confidence",
            "suppressions[].groups",
            "suppressions[].resources");
  }

  private void mutate(JsonNode report, JsonNode node, String path, List<String> ignored)
      throws Exception {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        String field = path.isEmpty() ? name : path + '.' + name;
        mutate(report, value, field, ignored);
        object.set(name, MAPPER.readTree("{\"x\":[true]}"));
        try {
          read(MAPPER.writeValueAsString(report));
          ignored.add(field);
        } catch (MalformedReportException expected) {
          assertThat(expected).hasMessageContaining("is no JSON report of Rollcall: ");
        }
        object.set(name, value);
      }
    }
    int at = 0;
    for (Iterator<JsonNode> values =
            node.isArray() ? node.elements() : List.<JsonNode>of().iterator();
        values.hasNext();
        at++) {
      mutate(report, values.next(), path + '[' + at + ']', ignored);
    }
  }

  @Test
  void jsonIsToldFromRecordings() throws IOException {
    Path json = Files.writeString(directory.resolve("a"), " \r\n\t{");
    Path other = Files.write(directory.resolve("b"), "FLR\0{".getBytes(UTF_8));
    Path empty = Files.write(directory.resolve("c"), new byte[0]);

    assertThat(JsonReportReader.looksLikeJson(json)).isTrue();
    assertThat(JsonReportReader.looksLikeJson(other)).isFalse();
    assertThat(JsonReportReader.looksLikeJson(empty)).isFalse();
    assertThat(JsonReportReader.looksLikeJson(directory)).isFalse();
    assertThat(JsonReportReader.looksLikeJson(directory.resolve("nowhere"))).isFalse();
  }
}

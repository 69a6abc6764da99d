package dev.rollcall.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Samples;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.json.JsonHistory;
import dev.rollcall.report.json.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports on hand-made events: the words, the bounds, the schema, and hostile strings. */
public final class ReportTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);

  /** Two groups of leaks, one of them lost, a misuse, and a missing registration. */
  public static Events everything() {
    return new Events()
        .checkpoint("start", NOTHING, 0)
        .register(0x29)
        .register(0x2a)
        .retain(0x2a, 2, 1)
        .touch(0x2a, "handed to FrameDecoder", 2)
        .release(0x2a, 1, 3)
        .register(0x2b, "other")
        .register(0x2c)
        .unregister(0x2c, 0)
        .misuse(0x2c, "double-release")
        .check(5, "exit", new Totals(5, 1, 3, 0))
        .leak(5, 0x2a)
        .leak(5, 0x29)
        .leak(5, 0x2b, null, true);
  }

  static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReportTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  public static JsonNode valid(String json) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("/dev/rollcall/report/json/report-1.schema.json"));
    JsonNode node = new ObjectMapper().readTree(json);
    assertThat(schema.validate(node)).isEmpty();
    return node;
  }

  private static String json(Findings findings) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(findings, out);
    return out.toString();
  }

  @Test
  void theTextIsAsApproved() throws IOException {
    assertThat(TextReport.of(everything().findings())).isEqualTo(resource("everything.txt"));
  }

  @Test
  void aHistoryIsAsApproved() throws IOException {
    assertThat(Lives.of(everything().history(0x2a))).isEqualTo(resource("history.txt"));
  }

  @Test
  void cleanUnsureAndMisusedHaveTheirOwnHeadlines() {
    Events clean = new Events().register(1).unregister(1, 0);
    clean.check(5, "exit", new Totals(1, 1, 0, 0));
    Events open = new Events().checkpoint("start", NOTHING, 0).register(1);
    open.live(1, false).checkpoint("chunk", new Totals(1, 0, 1, 0), 1);
    Events misused = new Events().misuse(1, "over-release");

    assertThat(TextReport.of(clean.findings()))
        .startsWith("No leaks among 1 registered resource.\n");
    assertThat(TextReport.of(open.findings()))
        .startsWith(
            "Cannot rule out leaks: 1 resource was still open"
                + " when the recording ended, and no final check was\n    recorded.\n")
        .doesNotContain("LEAK");
    assertThat(TextReport.of(misused.findings())).startsWith("MISUSE: 1 misuse, no leaks.\n");
  }

  @Test
  void moreThanTwentyGroupsAreCountedNotShown() {
    Events events = new Events().check(5, "exit", new Totals(23, 0, 23, 0));
    for (int id = 1; id <= 23; id++) {
      events.leak(5, id, "group" + id, false);
    }

    String text = TextReport.of(events.findings());
    assertThat(text.lines().filter(line -> line.startsWith("LEAK: 1 x"))).hasSize(20);
    assertThat(text).contains("\nand 3 more groups (--format json lists all)\n");
  }

  @Test
  void whereNobodyIsSuspectedItSaysWhatToSwitchOn() {
    Events events = new Events().check(5, "exit", new Totals(1, 0, 1, 0));
    events.leak(5, 1, "com.acme.Buffer@0", false);

    assertThat(TextReport.of(events.findings()))
        .contains("  to know who may have forgotten it, record stacks: rollcall-stacks=all in ");
    assertThat(TextReport.of(Samples.findings(Samples.unfollowed(3))))
        .contains("  to know who may have forgotten it, follow more lives: rollcall-lives=all in ");
    assertThat(TextReport.of(everything().findings())).doesNotContain("to know who");
  }

  @Test
  void longSitesAreCutInText() {
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      frames.add(new StackTraceElement("com.acme.Deep", "m" + i, "Deep.java", i));
    }
    Page page = new Page(100);
    SiteLines.append(page, "", new Site(frames, true), 10);

    assertThat(page.toString().lines())
        .hasSize(11)
        .last()
        .isEqualTo("... 4 more, cut off at the recording's stackdepth");
  }

  @Test
  void jsonFollowsTheSchema() throws IOException {
    JsonNode report = valid(json(everything().findings()));

    assertThat(report.at("/totals/leaked").asInt()).isEqualTo(3);
    assertThat(report.at("/groups/0/count").asInt()).isEqualTo(2);
    assertThat(report.at("/groups/0/examples/0/resourceId").asText()).isEqualTo("0x29");
    assertThat(report.at("/groups/0/examples/1/history/2/note").asText())
        .isEqualTo("handed to FrameDecoder");
    assertThat(report.at("/groups/0/suspects").isArray()).isTrue();
    assertThat(report.at("/recordings/0/complete").asBoolean()).isFalse();
    assertThat(report.at("/recordings/0/losses/0/kind").asText()).isEqualTo("registrations");
    assertThat(report.at("/misuses/0/resourceIds/0").asText()).isEqualTo("0x2c");
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("/dev/rollcall/report/json/report-1.schema.json"));
    String more = json(everything().findings()).replaceFirst("\\{", "{\"surprise\":1,");

    assertThat(schema.validate(new ObjectMapper().readTree(more))).isNotEmpty();
  }

  @Test
  void historiesFollowTheSchemaToo() throws IOException {
    StringWriter out = new StringWriter();
    long count =
        JsonHistory.write(
            everything().analysis().histories(new Selection.ByType("Buffer")).iterator(), out);

    assertThat(count).isEqualTo(4);
    assertThat(valid(out.toString()).at("/histories/3/verdict").asText()).isEqualTo("misused");
  }

  @Test
  void hostileStringsAreShownNotSent() throws IOException {
    String evil = "\u001b[2J\"\\\n\u202eLEAK: \u007f\u009b\ud83d\ude00\ud800";
    Site site = new Site(List.of(new StackTraceElement("a." + evil, evil, evil, 1)), false);
    Events events = new Events();
    events.add(new Registered(new Moment(1, new ThreadRef(evil, 9), site), 0, 1, "T" + evil, evil));
    events.misuse(1, evil).touch(1, evil, 1);
    events.check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1);

    String text = TextReport.of(events.findings()) + Lives.of(events.history(1));
    assertThat(text).doesNotContain("\u001b", "\u202e", "\nLEAK: \ud83d").contains("\\u001b[2J");
    String json = json(events.findings());
    assertThat(json).matches("[\\x20-\\x7e\\n]*");
    assertThat(valid(json).at("/groups/0/examples/0/description").asText()).isEqualTo(evil);
  }
}

package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.gate.Samples;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.report.json.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails a build, and how reports are compared and merged, as the user of them sees it. */
final class GateCommandsTest extends CommandTest {
  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }

  /** A JSON report of a sample. */
  private String report(String name) throws IOException {
    run("report", "--format", "json", sample(name));
    return file(name + ".json", out);
  }

  /** The same as if another JVM had been recorded. */
  private String elsewhere(String name, long pid) throws IOException {
    run("report", "--format", "json", sample(name));
    String other = out.replaceAll("\"pid\" : \\d+", "\"pid\" : " + pid);
    assertThat(other).isNotEqualTo(out);
    return file(name + pid + ".json", other);
  }

  @Test
  void suppressedLeaksDoNotFail() throws IOException {
    String rules = file("wanted.txt", "# known\ntype *SampleProgram$Buffer \"bug 4711\"\n");

    assertThat(run("report", "--suppressions", rules, sample("leaky"))).isZero();
    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith(
            "No leaks that count: 2 of 10 registered resources were never released; 2"
                + " suppressed.\n")
        .contains(", leaked 2,")
        .contains("  resources  groups  rule ");
    assertThat(Ran.words(out))
        .contains(" reason 2 1 " + rules + ":2 type *SampleProgram$Buffer bug 4711 Read ");

    assertThat(run("report", "--format", "json", "--suppressions", rules, sample("leaky")))
        .isZero();
    assertThat(json().at("/totals/leaked").asInt()).isEqualTo(2);
    assertThat(json().at("/totals/suppressed").asInt()).isEqualTo(2);
    assertThat(json().at("/groups")).isEmpty();
    assertThat(json().at("/suppressions/0/line").asInt()).isEqualTo(2);
  }

  @Test
  void severalFilesAndRulesThatAreNotNeeded() throws IOException {
    String one = file("one.txt", "frame *.nothing \"gone\"\n");
    String two = file("two.txt", "frame *SampleProgram.leaky held \"why\"\n");

    assertThat(run("report", "--suppressions", one, "--suppressions", two, sample("leaky")))
        .isZero();
    assertOneSentence(one + ":1: the rule frame *.nothing matches no leak here");
    assertThat(run("report", "--suppressions", one, sample("leaky"))).isEqualTo(1);
  }

  @Test
  void aRuleForLeaksOfAnySiteIsNotUsed() throws IOException {
    StringWriter report = new StringWriter();
    JsonReport.write(Samples.findings(Samples.unfollowed(3)), report);
    String json = file("report.json", report.toString());
    String rules = file("wanted.txt", "fingerprint com.acme.Buffer@unknown \"why\"\n");

    assertThat(run("report", "--suppressions", rules, json)).isEqualTo(1);
    assertOneSentence(
        rules
            + ":1: the rule fingerprint com.acme.Buffer@unknown matches no leak here, because the"
            + " lives of this group were not followed and may be of any site; write 'type"
            + " com.acme.Buffer' if every leak of that type is wanted");
    assertThat(
            run(
                "report",
                "--suppressions",
                file("type.txt", "type com.acme.Buffer \"why\"\n"),
                json))
        .isZero();
  }

  @Test
  void aMalformedRuleIsWrongUsage() throws IOException {
    String rules = file("wanted.txt", "\ntype com.acme.Buffer\n");

    assertThat(run("report", "--suppressions", rules, sample("leaky"))).isEqualTo(2);
    assertOneSentence(rules + ":2: the reason is missing", "KIND PATTERN [held|lost] \"reason\"");
    assertThat(out).isEmpty();
    assertThat(run("report", "--suppressions", directory.toString(), sample("leaky"))).isEqualTo(2);
    assertOneSentence("cannot read --suppressions " + directory);
    assertThat(run("report", "--suppressions", "nowhere.txt", sample("leaky"))).isEqualTo(2);
    assertOneSentence("cannot read --suppressions nowhere.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "leaky, leaks, 1",
    "leaky, held, 1",
    "leaky, lost, 0",
    "leaky, misuse, 0",
    "leaky, 'leaks,misuse', 1",
    "leaky, 'misuse,held', 1",
    "leaky, none, 0",
    "misused, leaks, 0",
    "misused, misuse, 1",
    "misused, none, 0",
    "open, leaks, 0",
    "open, unsure, 4",
    "open, 'leaks,unsure', 4",
    "open, none, 0",
    "none, unsure, 4",
    "none, none, 0",
    "clean, 'leaks,misuse,unsure', 0",
  })
  void failOn(String name, String kinds, int code) {
    assertThat(run("report", "--fail-on", kinds, sample(name))).isEqualTo(code);
    assertThat(out).isNotEmpty();
  }

  @Test
  void whatCannotBeReadFailsWhateverIsFound() {
    assertThat(run("report", "--fail-on", "none", "nowhere.jfr", sample("leaky"))).isEqualTo(3);
    assertThat(run("report", "--fail-on", "none", "nowhere.jfr")).isEqualTo(3);
    assertThat(run("report", "--fail-on", "none")).isEqualTo(2);
  }

  @Test
  void aBaselineIsKnown() throws IOException {
    String baseline = report("leaky");

    assertThat(run("report", "--baseline", baseline, sample("leaky"))).isZero();
    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith(
            "No leaks that count: 2 of 10 registered resources were never released; 2 known from"
                + " the baseline.\n")
        .contains("\nKnown from the baseline (not counted):\n  2 x dev.rollcall.")
        .contains("(baseline: 2)\n");
    assertThat(run("report", "--baseline", baseline, sample("misused"))).isEqualTo(1);
    assertThat(run("report", "--baseline", report("clean"), sample("leaky"))).isEqualTo(1);
  }

  @Test
  void aKnownGroupThatHasGrownFailsIfThatIsWanted() throws IOException {
    String once = Files.readString(Path.of(report("leaky")));
    String less =
        once.replace("\"count\" : 2", "\"count\" : 1").replace("\"held\" : 2", "\"held\" : 1");
    String baseline = file("less.json", less);

    assertThat(run("report", "--baseline", baseline, sample("leaky"))).isZero();
    assertThat(out).contains("(baseline: 1)");
    assertThat(run("report", "--baseline", baseline, "--grown", sample("leaky"))).isEqualTo(1);
    assertThat(out).contains("  grown: the baseline has 1\n");
    assertThat(run("report", "--grown", sample("leaky"))).isEqualTo(2);
    assertOneSentence("--grown needs --baseline FILE");
  }

  @Test
  void aReportWithABaselineIsABaseline() throws IOException {
    String baseline = report("leaky");
    run("report", "--format", "json", "--baseline", baseline, sample("leaky"));
    String next = file("next.json", out);

    assertThat(json().at("/groups/0/known").asBoolean()).isTrue();
    assertThat(run("report", "--baseline", next, sample("leaky"))).isZero();
    assertThat(run("report", next)).isEqualTo(1);
  }

  @Test
  void whatIsNoReportOfOursIsNoBaseline() throws IOException {
    assertThat(run("report", "--baseline", sample("leaky"), sample("leaky"))).isEqualTo(2);
    assertOneSentence("is no JSON report of Rollcall", "--format json writes one");
    String other = file("other.json", "{\"schemaVersion\": 2, \"groups\": []}");
    assertThat(run("report", "--baseline", other, sample("leaky"))).isEqualTo(2);
    assertOneSentence("is a report with schemaVersion 2, and this Rollcall reads 1");
    assertThat(run("report", "--baseline", "nowhere.json", sample("leaky"))).isEqualTo(2);
    assertOneSentence("cannot read nowhere.json");
    run("history", "--format", "json", "--id", "1", sample("leaky"));
    assertThat(run("report", "--baseline", file("h.json", out), sample("leaky"))).isEqualTo(2);
    assertOneSentence("is no JSON report of Rollcall");
  }

  @Test
  void filesThatAreReadAreNotOverwritten() throws IOException {
    String baseline = report("leaky");
    String rules = file("wanted.txt", "type * \"why\"\n");

    assertThat(run("report", "--baseline", baseline, "-o", baseline, sample("leaky"))).isEqualTo(2);
    assertOneSentence("would be overwritten");
    assertThat(run("report", "--suppressions", rules, "-o", rules, sample("leaky"))).isEqualTo(2);
    assertOneSentence("would be overwritten");
    assertThat(run("merge", "-o", baseline, baseline)).isEqualTo(2);
    assertOneSentence("would be overwritten");
    assertThat(run("diff", "-o", baseline, sample("leaky"), baseline)).isEqualTo(2);
    assertOneSentence("would be overwritten");
  }

  @Test
  void aJsonReportIsReadAsItsRecordingIs() throws IOException {
    for (String name : new String[] {"leaky", "clean", "open", "misused", "hostile", "none"}) {
      String json = report(name);
      int code = run("report", sample(name));
      String text = out;

      assertThat(run("report", json)).isEqualTo(code);
      assertThat(out).isEqualTo(text);
      run("report", "--format", "json", json);
      assertThat(out).isEqualTo(Files.readString(Path.of(json)));
    }
  }

  @Test
  void aBrokenJsonReportDoesNotStopTheOthers() throws IOException {
    String broken = file("broken.json", "{\"schemaVersion\": 1,");

    assertThat(run("report", broken)).isEqualTo(3);
    assertOneSentence("broken.json is no JSON report of Rollcall: its JSON is broken in line 1");
    assertThat(out).isEmpty();
    assertThat(run("report", broken, sample("leaky"))).isEqualTo(1);
    assertThat(run("merge", broken, report("clean"))).isEqualTo(3);
    assertThat(json().at("/recordings")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "clean, clean, 0",
    "leaky, leaky, 0",
    "leaky, clean, 0",
    "clean, leaky, 1",
    "clean, misused, 1",
    "misused, clean, 0",
    "clean, open, 4",
    "open, clean, 4",
    "open, leaky, 1",
    "leaky, none, 4",
  })
  void diffExitCodes(String before, String after, int code) throws IOException {
    assertThat(run("diff", sample(before), sample(after))).isEqualTo(code);
    assertThat(run("diff", report(before), sample(after))).isEqualTo(code);
    assertThat(run("diff", "--format", "json", sample(before), report(after))).isEqualTo(code);
    assertThat(json().get("worse").asBoolean()).isEqualTo(code == 1);
  }

  @Test
  void diffShowsWhatIsNew() {
    run("diff", sample("clean"), sample("leaky"));
    assertThat(out)
        .startsWith("DIFF: 1 new, 0 grown, 0 shrunk, 0 gone.\n  leaked 2, before 0;")
        .containsPattern(
            "\nnew +0 +2  dev\\.rollcall\\..*Buffer@[0-9a-f]{16}\n +at dev\\.rollcall\\.");
  }

  @Test
  void diffOfADirectory() throws IOException {
    SampleRecordings.split("chunks", directory);

    assertThat(run("diff", sample("leaky"), directory.toString())).isZero();
    assertThat(out).startsWith("DIFF: 0 new, 0 grown, 0 shrunk, 1 gone.\n");
  }

  @Test
  void diffOfWhatCannotBeRead() throws IOException {
    assertThat(run("diff", "nowhere.jfr", sample("leaky"))).isEqualTo(3);
    assertOneSentence("no such file: nowhere.jfr");
    assertThat(out).isEmpty();
    Path mixed = Files.createDirectory(directory.resolve("mixed"));
    Files.copy(SampleRecordings.get("clean"), mixed.resolve("a.jfr"));
    Files.writeString(mixed.resolve("b.jfr"), "no recording");
    assertThat(run("diff", sample("clean"), mixed.toString())).isEqualTo(3);
    assertThat(run("diff", mixed.toString(), sample("leaky"))).isEqualTo(1);
  }

  @Test
  void reportsOfManyMachinesAreMerged() throws IOException {
    String one = report("leaky");
    String two = elsewhere("leaky", 1_000_001);
    String three = elsewhere("misused", 1_000_002);
    Path merged = directory.resolve("all.json");

    assertThat(run("merge", "--output", merged.toString(), one, two, three)).isZero();
    assertThat(out + err).isEmpty();
    assertThat(run("report", merged.toString())).isEqualTo(1);
    assertThat(out)
        .startsWith(
            "LEAK: 4 of 21 registered resources were never released, in 1 group; 1 misused.\n")
        .contains("LEAK: 4 x dev.rollcall.recording.SampleProgram$Buffer\n      group ")
        .contains("\n  oldest under 0.5 s; reference count 1 (4 x)\n")
        .contains("\n  collector: reachable\n");
    String text = out;
    assertThat(run("report", one, two, three)).isEqualTo(1);
    assertThat(out).isEqualTo(text);
    assertThat(run("merge", directory.resolve("leaky*.json").toString(), three)).isZero();
    assertThat(json().at("/totals/leaked").asInt()).isEqualTo(4);
    assertThat(json().at("/recordings")).hasSize(3);
    assertThat(json().at("/groups/0/examples")).hasSize(3);
  }

  @Test
  void aReportGivenTwiceCountsOnce() throws IOException {
    String one = report("leaky");
    String copy = Files.copy(Path.of(one), directory.resolve("copy.json")).toString();

    assertThat(run("merge", one, copy, elsewhere("leaky", 1_000_001))).isZero();
    assertOneSentence(copy + " covers the same recordings as " + one);
    assertThat(json().at("/totals/leaked").asInt()).isEqualTo(4);
  }

  @Test
  void recordingsOfOneJvmInSeveralReportsAreRefused() throws IOException {
    // All samples are written by one JVM.
    assertThat(run("merge", report("leaky"), report("clean"))).isEqualTo(2);
    assertOneSentence("both cover the JVM with process id", "make one report");
    assertThat(out).isEmpty();
  }

  @Test
  void mergedSuppressionsAreKept() throws IOException {
    String rules = file("wanted.txt", "type * \"bug 4711\"\n");
    run("report", "--format", "json", "--suppressions", rules, sample("leaky"));
    String one = file("one.json", out);

    assertThat(run("merge", one, elsewhere("leaky", 1_000_001))).isZero();
    String merged = file("merged.json", out);
    assertThat(run("report", merged)).isEqualTo(1);
    assertThat(out)
        .startsWith(
            "LEAK: 4 of 20 registered resources were never released; 2 suppressed; 2 counted, in 1"
                + " group.\n")
        .contains("bug 4711");
    assertThat(run("report", "--suppressions", rules, merged)).isZero();
    assertThat(err).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report --fail-on leak x.jfr | 'leak' is not a kind of finding, use leaks, held, lost, misuse,"
            + " collector, overdue, unsure or none",
        "report --fail-on none,leaks x.jfr | 'none' cannot be combined with other kinds",
        "report --fail-on leaks, x.jfr | '' is not a kind of finding",
        "diff x.jfr | B is missing; see rollcall help diff",
        "diff x.jfr y.jfr z.jfr | z.jfr",
        "diff --format xml x.jfr y.jfr | 'xml' is not a format of diff",
        "merge | FILE is missing; see rollcall help merge",
      })
  void wrongUsage(String line, String sentence) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertOneSentence(sentence);
    assertThat(err).doesNotContain("is not a command");
    assertThat(out).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"report, --suppressions", "diff, rollcall diff", "merge, rollcall merge"})
  void help(String command, String words) {
    assertThat(run("help", command)).isZero();
    assertThat(out).contains("Examples:", words);
    assertThat(out.lines().filter(line -> line.length() > 100)).isEmpty();
  }
}

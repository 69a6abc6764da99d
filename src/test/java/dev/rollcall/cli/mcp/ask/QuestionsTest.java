package dev.rollcall.cli.mcp.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.cli.Ran;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.gate.Samples;
import dev.rollcall.report.json.JsonReport;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered about the golden recordings. */
final class QuestionsTest {
  private static final String BUFFER = "dev.rollcall.golden.Buffer@a41d84d5bb16f4ea";

  @TempDir private static Path directory = Path.of("");
  private static Asking asking = none();

  private static Asking none() {
    try {
      return new Asking();
    } catch (Refusal e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  static void unpack() throws Exception {
    for (String name : List.of("clean", "finished", "running", "lossy")) {
      Asking.unpack(name, directory);
    }
    asking = new Asking(directory);
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }

  @Test
  void listsTheNewestFirst() throws Exception {
    Path home = Files.createDirectories(directory.resolve("listed"));
    Files.createDirectories(home.resolve("deeper/still"));
    Asking.unpack("clean", home);
    Asking.unpack("lossy", home.resolve("deeper/still"));
    Files.writeString(home.resolve("report.json"), "{\n  \"schemaVersion\" : 1}");
    Files.writeString(home.resolve("package.json"), "{}");
    Files.writeString(home.resolve("notes.txt"), "nothing");
    Files.setLastModifiedTime(home.resolve("clean.jfr"), at("2026-01-02T00:00:00Z"));
    Files.setLastModifiedTime(home.resolve("deeper/still/lossy.jfr"), at("2026-01-03T00:00:00Z"));
    Files.setLastModifiedTime(home.resolve("report.json"), at("2026-01-01T00:00:00Z"));

    Asking.Told told = new Asking(home).ask("list", "{}");

    assertThat(texts(told.at("/files"), "file"))
        .containsExactly("deeper/still/lossy.jfr", "clean.jfr", "report.json");
    assertThat(told.at("/files/1/bytes").asLong()).isEqualTo(Files.size(home.resolve("clean.jfr")));
    assertThat(told.at("/files/1/modified").asText()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(told.at("/files/2/kind").asText()).isEqualTo("report");
    assertThat(told.fields().has("leftOut")).isFalse();
    assertThat(told.text())
        .startsWith("deeper/still/lossy.jfr: recording, 147.2 KiB, 2026-01-03T00:00:00Z\n");
    assertThat(texts(asking.ask("list", "{'directory': 'listed/deeper'}").at("/files"), "file"))
        .containsExactly("listed/deeper/still/lossy.jfr");
    assertThat(new Asking(home).ask("list", "{'limit': 1}").at("/leftOut").asText())
        .isEqualTo("1 of 3 files is shown; ask for more with offset 1.");
  }

  private static FileTime at(String time) {
    return FileTime.from(Instant.parse(time));
  }

  @Test
  void sumsUp() throws Exception {
    Asking.Told told = asking.ask("summary", "{'files': ['finished.jfr']}");

    assertThat(told.at("/outcome").asText()).isEqualTo("found");
    assertThat(told.at("/totals").toString())
        .isEqualTo(
            "{\"registered\":29,\"released\":16,\"leaked\":11,\"open\":0,\"unknown\":0,"
                + "\"misused\":4,\"ignored\":2}");
    assertThat(told.at("/causes").asInt()).isEqualTo(2);
    assertThat(told.at("/groups").asInt()).isEqualTo(7);
    assertThat(told.at("/misuseGroups").asInt()).isEqualTo(4);
    assertThat(told.at("/jvm/0/pid").asLong()).isEqualTo(3543);
    assertThat(told.fields().has("doubts")).isFalse();
    assertThat(told.text())
        .contains("registered 29, released 16, leaked 11,", "7 leaked in 5 groups: ");
    // The same words as everywhere.
    assertThat(Ran.of("report", directory.resolve("finished.jfr").toString()).words())
        .startsWith(told.at("/headline").asText());
  }

  @Test
  void sumsUpSeveralFilesAndSaysWhatIsNotSure() throws Exception {
    Asking.Told clean = asking.ask("summary", "{'files': ['clean.jfr']}");
    Asking.Told two = asking.ask("summary", "{'files': ['clean.jfr', 'lossy.jfr']}");

    assertThat(clean.at("/outcome").asText()).isEqualTo("clean");
    assertThat(clean.at("/complete").asBoolean()).isTrue();
    assertThat(two.at("/outcome").asText()).isEqualTo("unsure");
    assertThat(two.at("/jvms").asInt()).isEqualTo(2);
    assertThat(two.at("/doubts/0").asText())
        .startsWith("lossy.jfr: the global checker counted 15 registrations");
    assertThat(two.text()).contains("Not sure: lossy.jfr: the global checker counted 15");
  }

  @Test
  void namesCauses() throws Exception {
    Asking.Told told = asking.ask("causes", "{'files': ['finished.jfr']}");

    assertThat(told.at("/total").asInt()).isEqualTo(2);
    assertThat(told.at("/causes/0/leaked").asInt()).isEqualTo(7);
    assertThat(told.at("/causes/0/fingerprints/0").asText()).isEqualTo(BUFFER);
    assertThat(told.at("/causes/1/suspect/method").asText())
        .isEqualTo("dev.rollcall.golden.Story.query");
    assertThat(told.at("/causes/1/suspect/confidence").asText()).isEqualTo("high");
    assertThat(told.at("/causes/1/suspect/todo").asText())
        .isEqualTo("Release all that it owns there, too.");
    assertThat(told.text())
        .contains(
            "2. 4 leaked in 2 groups: dev.rollcall.golden.Story.query (confidence: high)\n",
            "   at dev.rollcall.golden.Story.query(line 132)\n");
    Asking.Told second = asking.ask("causes", "{'files': ['finished.jfr'], 'offset': 1}");
    assertThat(second.at("/causes/0/rank").asInt()).isEqualTo(2);
    assertThat(second.at("/leftOut").asText())
        .isEqualTo("These are the last of 2 causes; offset 0 shows the first.");
    assertThat(asking.ask("causes", "{'files': ['clean.jfr']}").text())
        .startsWith("Nothing leaked in these recordings");
  }

  @Test
  void listsGroupsOfEachStatus() throws Exception {
    Asking.Told leaked = asking.ask("groups", "{'files': ['finished.jfr']}");
    Asking.Told open = asking.ask("groups", "{'files': ['running.jfr'], 'status': 'open'}");
    Asking.Told misused = asking.ask("groups", "{'files': ['finished.jfr'], 'status': 'misused'}");
    Asking.Told handles = asking.ask("groups", "{'files': ['finished.jfr'], 'type': 'Handle'}");

    assertThat(leaked.at("/total").asInt()).isEqualTo(7);
    assertThat(leaked.at("/groups/0/fingerprint").asText()).isEqualTo(BUFFER);
    assertThat(leaked.at("/groups/0/count").asInt()).isEqualTo(3);
    assertThat(leaked.at("/groups/0/suspect").asText())
        .isEqualTo("dev.rollcall.golden.Story.close");
    assertThat(open.at("/total").asInt()).isEqualTo(6);
    assertThat(open.at("/groups/0/ages").asText()).isEqualTo("unknown");
    assertThat(texts(misused.at("/groups"), "kind"))
        .containsExactly(
            "double-register", "double-unregister", "over-release", "retain-after-destroy");
    assertThat(handles.at("/total").asInt()).isEqualTo(3);
    assertThat(asking.ask("groups", "{'files': ['clean.jfr']}").text())
        .startsWith("No such group is leaked");
  }

  @Test
  void tellsOneGroup() throws Exception {
    Asking.Told told =
        asking.ask("group", "{'files': ['finished.jfr'], 'fingerprint': '" + BUFFER + "'}");

    assertThat(told.at("/group").size()).isEqualTo(1);
    assertThat(told.at("/group/0/condition").asText())
        .isEqualTo("oldest 0.5 s; reference count 1 (3 x); collector: reachable");
    assertThat(told.at("/group/0/direct").asInt()).isEqualTo(3);
    assertThat(told.at("/group/0/examples").toString()).isEqualTo("[\"0x3\",\"0x6\",\"0x9\"]");
    assertThat(told.at("/group/0/suspects").size()).isEqualTo(3);
    assertThat(told.at("/group/0/site/1").asText())
        .isEqualTo("dev.rollcall.golden.Story.serve(line 59)");
    assertThat(told.text())
        .contains(
            "1. suspect: Story.close releases other resources of its class",
            "registered at\n   dev.rollcall.golden.Buffer.<init>(line 8)\n");
  }

  /** Whatever a program calls its tests and writes in its exceptions is told as data. */
  @Test
  void tellsWhatWentOnAroundAGroup() throws Exception {
    StackTraceElement here = new StackTraceElement("a.B", "serve", "B.java", 7);
    Context context =
        new Context(
            List.of(new Context.Thrown("a.Refused", "no \"\u001b", null, here, 2)),
            3,
            List.of(new Context.InTest("[x]", "opens()", 1)));
    LeakFinding group = Samples.leaks("open", 3).with(context);
    Path report = directory.resolve("context.json");
    try (Writer writer = Files.newBufferedWriter(report)) {
      JsonReport.write(Samples.findings(1, List.of(group), List.of()), writer);
    }

    Asking.Told told =
        asking.ask(
            "group", "{'files': ['context.json'], 'fingerprint': '" + group.fingerprint() + "'}");

    assertThat(told.at("/group/0/recorded/context/0").asText())
        .isEqualTo(
            "2 of 3: after the last step the same thread threw a.Refused: no \"\\u001b, within"
                + " a.B.serve(B.java:7)");
    assertThat(told.at("/group/0/recorded/context/1").asText())
        .isEqualTo("3 of 3: the thread of the last step has ended");
    assertThat(told.text())
        .contains("a.Refused: no \\\"", "context \"registered in opens() (1 of 3)\"\n");
  }

  @Test
  void tellsMisusesOfOneGroup() throws Exception {
    Asking.Told told =
        asking.ask(
            "group",
            "{'files': ['finished.jfr'],"
                + " 'fingerprint': 'dev.rollcall.golden.Buffer@ec7305a00c0f6d20'}");

    assertThat(texts(told.at("/group"), "kind"))
        .containsExactly("over-release", "retain-after-destroy");
    assertThat(told.at("/group/0/recorded/message").asText())
        .startsWith("dev.rollcall.golden.Buffer was released more often than retained");
    assertThat(told.text())
        .contains("message \"dev.rollcall.golden.Buffer was released more often than retained");
  }

  @Test
  void tellsALifeById() throws Exception {
    Asking.Told told = asking.ask("history", "{'files': ['finished.jfr'], 'id': '0x2'}");
    Asking.Told decimal = asking.ask("history", "{'files': ['finished.jfr'], 'id': '2'}");

    assertThat(decimal).isEqualTo(told);
    assertThat(told.at("/total").asInt()).isEqualTo(1);
    assertThat(told.at("/lives/0/verdict").asText()).isEqualTo("released");
    assertThat(texts(told.at("/lives/0/steps"), "kind"))
        .containsExactly(
            "register", "touch", "retain", "touch", "release", "touch", "release", "unregister");
    assertThat(told.at("/lives/0/steps/3/recorded").toString())
        .isEqualTo("{\"thread\":\"server\",\"note\":\"decoded\"}");
    assertThat(told.at("/lives/0/steps/2/refCount").asInt()).isEqualTo(2);
    assertThat(told.text())
        .contains(
            " retain, count 2, at dev.rollcall.golden.Story.decode(line 67), thread \"server\"");
  }

  @Test
  void tellsLivesOfAGroup() throws Exception {
    String group = "{'files': ['finished.jfr'], 'group': '" + BUFFER + "'";
    Asking.Told all = asking.ask("history", group + ", 'limit': 10}");
    Asking.Told leaked = asking.ask("history", group + ", 'verdict': 'leaked', 'limit': 2}");
    Asking.Told stacks =
        asking.ask("history", group + ", 'verdict': 'leaked', 'limit': 1, 'stacks': true}");

    assertThat(texts(all.at("/lives"), "verdict")).contains("leaked", "released");
    assertThat(texts(leaked.at("/lives"), "id")).containsExactly("0x3", "0x6");
    assertThat(leaked.at("/leftOut").asText())
        .isEqualTo("2 of 3 lives are shown; ask for more with offset 2.");
    assertThat(stacks.at("/lives/0/steps/0/site/2").asText()).startsWith("java.lang.Thread.run(");
    assertThat(leaked.at("/lives/0/steps/0").has("site")).isFalse();
  }

  @Test
  void compares() throws Exception {
    Asking.Told told =
        asking.ask("diff", "{'before': ['clean.jfr'], 'after': ['finished.jfr'], 'limit': 8}");
    Asking.Told back = asking.ask("diff", "{'before': ['finished.jfr'], 'after': ['clean.jfr']}");

    assertThat(told.at("/headline").asText()).isEqualTo("DIFF: 11 new, 0 grown, 0 shrunk, 0 gone.");
    assertThat(told.at("/worse").asBoolean()).isTrue();
    assertThat(told.at("/sure").asBoolean()).isTrue();
    assertThat(told.at("/changes/0/fingerprint").asText()).isEqualTo(BUFFER);
    assertThat(told.at("/changes/0/after").asInt()).isEqualTo(3);
    assertThat(told.at("/changes/7/kind").asText()).isEqualTo("double-register");
    assertThat(told.at("/leftOut").asText())
        .isEqualTo("8 of 11 changes are shown; ask for more with offset 8.");
    assertThat(back.at("/worse").asBoolean()).isFalse();
    assertThat(back.text()).contains("gone misused (over-release): 1 before, 0 after, group ");
  }

  @Test
  void saysWhatOfOpenOnesIsMore() throws Exception {
    Asking.Told told = asking.ask("diff", "{'before': ['clean.jfr'], 'after': ['running.jfr']}");

    assertThat(texts(told.at("/changes"), "status")).contains("open");
    assertThat(told.at("/worse").asBoolean()).isEqualTo(told.text().contains("new misused"));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Asking.Told told = asking.ask("losses", "{'files': ['clean.jfr', 'lossy.jfr']}");

    assertThat(told.at("/sure").asBoolean()).isFalse();
    assertThat(texts(told.at("/recordings"), "file")).containsExactly("lossy.jfr", "clean.jfr");
    assertThat(texts(told.at("/recordings/0/losses"), "kind"))
        .containsExactly("registrations", "unregistrations");
    assertThat(told.at("/recordings/0/losses/0/count").asInt()).isEqualTo(6);
    assertThat(told.text()).contains("lossy.jfr: incomplete\n  - the global checker counted 15");
    assertThat(asking.ask("losses", "{'files': ['clean.jfr']}").text())
        .startsWith("Nothing is missing");
  }

  @Test
  void aDirectoryStandsForItsRecordings() throws Exception {
    Path some = Files.createDirectories(directory.resolve("some"));
    Asking.unpack("clean", some);
    Asking.unpack("lossy", some);
    Files.writeString(some.resolve("broken.jfr"), "no recording");

    Asking.Told told = asking.ask("losses", "{'files': ['some']}");

    assertThat(texts(told.at("/recordings"), "file"))
        .containsExactly("some/lossy.jfr", "some/clean.jfr");
    assertThat(told.at("/problems/0").asText())
        .startsWith("some/broken.jfr ")
        .contains("not a flight recording");
    assertThat(told.text()).contains("Not read: some/broken.jfr ");
  }

  @Test
  void readsPackedRecordings() throws Exception {
    Path packed = Files.createDirectories(directory.resolve("packed"));
    byte[] finished = Files.readAllBytes(directory.resolve("finished.jfr"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(packed.resolve("one.jfr.gz")))) {
      out.write(finished);
    }
    for (String entry : List.of("two.jfr", "notes.txt")) {
      try (ZipOutputStream out =
          new ZipOutputStream(Files.newOutputStream(packed.resolve(entry + ".zip")))) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(entry.equals("two.jfr") ? finished : new byte[100]);
      }
    }
    Files.move(packed.resolve("two.jfr.zip"), packed.resolve("dump.zip"));
    Asking there = new Asking(packed);

    assertThat(texts(there.ask("list", "{}").at("/files"), "file"))
        .containsExactlyInAnyOrder("one.jfr.gz", "dump.zip");
    for (String file : List.of("one.jfr.gz", "dump.zip")) {
      String files = "{'files': ['" + file + "']";
      assertThat(there.ask("summary", files + "}").at("/totals/leaked").asInt()).isEqualTo(11);
      assertThat(there.ask("history", files + ", 'id': '3'}").at("/lives/0/verdict").asText())
          .isEqualTo("leaked");
    }
    assertThat(there.refused("summary", "{'files': ['notes.txt.zip']}"))
        .startsWith("notes.txt.zip holds no flight recording; ");
  }

  @Test
  void readsJsonReports() throws Exception {
    Path report = directory.resolve("finished.json");
    Ran.of(
        "report",
        "--format",
        "json",
        "--output",
        report.toString(),
        directory.resolve("finished.jfr").toString());
    try {
      Asking.Told told = asking.ask("summary", "{'files': ['finished.json']}");
      assertThat(told.at("/totals/leaked").asInt()).isEqualTo(11);
      assertThat(asking.refused("history", "{'files': ['finished.json'], 'id': '0x2'}"))
          .isEqualTo(
              "finished.json is a JSON report, which has no lives; name the recording that it was"
                  + " made from");
    } finally {
      Files.delete(report);
    }
  }

  @Test
  void everyQuestionSaysWhatItIs() {
    assertThat(asking.questions().stream().map(Question::name))
        .containsExactly(
            "list", "summary", "causes", "groups", "group", "history", "diff", "losses");
    assertThat(asking.questions())
        .allSatisfy(
            question -> {
              assertThat(question.meaning()).endsWith(".").hasSizeGreaterThan(60);
              assertThat(question.title()).isNotBlank();
              assertThat(question.answers().names()).isNotEmpty();
            });
  }
}

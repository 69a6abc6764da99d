package dev.rollcall.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.golden.Recordings;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.parquet.ReadParquet;
import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings as tables, from the command line. */
final class TableExportTest extends CommandTest {
  /** The four were recorded one after the other, on one day. */
  private static final String GOLDEN_DAY = "date=2026-11-29";

  private Path findings() {
    return directory.resolve("findings");
  }

  private int export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--parquet", target("findings")));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Path golden(String name) throws IOException {
    return Path.of(Recordings.get(name));
  }

  /** The rows of a table, whatever the day. */
  private List<Map<String, Object>> rows(String table) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Path file : files(findings().resolve(table)).keySet()) {
      rows.addAll(ReadParquet.rows(findings().resolve(table).resolve(file)));
    }
    return rows;
  }

  /** What is in a directory, with the bytes of each file. */
  private static SortedMap<Path, String> files(Path directory) throws IOException {
    TreeMap<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  @Test
  void theTablesHoldWhatTheReportSays() throws Exception {
    String recording = golden("finished").toString();
    JsonNode report =
        new ObjectMapper().readTree(Ran.of("report", "--format", "json", recording).out());

    assertThat(export(recording)).isZero();

    assertOneSentence("wrote 1 JVM, ", " rows in 7 files, to " + findings());
    assertThat(out).isEmpty();
    Map<String, Long> reported = new TreeMap<>();
    report
        .get("groups")
        .forEach(group -> reported.put(text(group, "fingerprint"), group.get("count").asLong()));
    assertThat(reported).hasSizeGreaterThan(3);
    assertThat(
            rows("group").stream()
                .filter(row -> Objects.equals(row.get("status"), "leaked"))
                .collect(toMap(row -> (String) row.get("fingerprint"), row -> row.get("count"))))
        .containsExactlyInAnyOrderEntriesOf(new TreeMap<>(reported));
    assertThat(rows("cause"))
        .hasSameSizeAs(report.get("causes"))
        .extracting(row -> row.get("evidence"))
        .contains(text(report.get("causes").get(0).get("suspect"), "evidence"));
    JsonNode totals = report.get("totals");
    assertThat(rows("jvm"))
        .singleElement()
        .satisfies(
            jvm ->
                assertThat(jvm)
                    .contains(
                        entry("registered", totals.get("registered").asLong()),
                        entry("leaked", totals.get("leaked").asLong()),
                        entry("misused", totals.get("misused").asLong()),
                        entry("ignored", totals.get("ignored").asLong()),
                        entry("outcome", "found"),
                        entry("recordings", List.of(recording))));
    assertThat(rows("step")).hasSizeGreaterThan(rows("resource").size());
    assertThat(rows("loss")).isEmpty();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  @Test
  void theSameInputsInAnyOrderGiveTheSameBytes() throws Exception {
    List<String> recordings = new ArrayList<>();
    for (String name : List.of("clean", "finished", "running", "lossy")) {
      recordings.add(golden(name).toString());
    }
    assertThat(export(recordings.toArray(String[]::new))).isZero();
    SortedMap<Path, String> first = files(findings());
    assertThat(first).hasSize(7);
    assertThat(rows("jvm")).extracting(row -> row.get("jvm")).hasSize(4).isSorted();

    assertThat(export(recordings.get(2), recordings.get(0), recordings.get(3), recordings.get(1)))
        .isZero();
    assertThat(files(findings())).isEqualTo(first);

    run("export", "--parquet", target("again"), recordings.get(3), recordings.get(1));
    assertThat(
            run(
                "export",
                "--parquet",
                target("again"),
                recordings.get(3),
                recordings.get(2),
                recordings.get(1),
                recordings.get(0)))
        .isZero();
    assertThat(files(directory.resolve("again"))).isEqualTo(first);
  }

  @Test
  void aCopyCountsOnceWhicheverIsReadFirst() throws Exception {
    String clean = golden("clean").toString();
    String finished = golden("finished").toString();
    String copy =
        Files.copy(Path.of(finished), directory.resolve("a copy.jfr")).toAbsolutePath().toString();
    assertThat(export(clean, finished, copy)).isZero();
    SortedMap<Path, String> first = files(findings());
    assertThat(rows("jvm")).extracting(row -> row.get("leaked")).containsExactlyInAnyOrder(0L, 11L);
    assertThat(export(copy, finished, clean)).isZero();
    assertThat(files(findings())).isEqualTo(first);
  }

  @Test
  void aReportGivesTheSameTablesAsItsRecordings() throws Exception {
    String finished = golden("finished").toString();
    String lossy = golden("lossy").toString();
    assertThat(export(finished, lossy)).isZero();
    SortedMap<Path, String> first = files(findings());
    run("report", "--format", "json", "-o", target("finished.json"), finished);
    run("report", "--format", "json", "-o", target("lossy.json"), lossy);

    assertThat(
            run(
                "export",
                "--parquet",
                target("again"),
                target("finished.json"),
                target("lossy.json")))
        .isZero();
    assertThat(files(directory.resolve("again"))).isEqualTo(first);

    assertThat(
            run("merge", "-o", target("all.json"), target("finished.json"), target("lossy.json")))
        .isZero();
    assertThat(export(target("all.json"))).isEqualTo(3);
    assertOneSentence("all.json is not the report of one JVM", "give the recordings themselves");
    assertThat(export(target("finished.json"), lossy, finished)).isZero();
    assertThat(err)
        .contains("finished.jfr covers the same recordings as ", "finished.json, so it is left out")
        .contains("wrote 2 JVMs");
  }

  /** As of a JVM that was dumped twice, and reported on after each dump. */
  @Test
  void oneJvmIsNotWrittenTwice() throws Exception {
    String finished = golden("finished").toString();
    run("report", "--format", "json", "-o", target("one.json"), finished);
    String report = Files.readString(directory.resolve("one.json"));
    Files.writeString(
        directory.resolve("two.json"),
        report.replaceFirst(
            "\"start\" : \"2026-11-29T07:57:27.", "\"start\" : \"2026-11-29T07:57:26."));

    assertThat(export(target("two.json"), target("one.json"), golden("clean").toString()))
        .isEqualTo(3);

    assertThat(err.lines()).hasSize(2);
    assertThat(err)
        .contains("two.json cannot be told from the JVM of ", "one.json and has other recordings")
        .contains("wrote 2 JVMs");
  }

  @Test
  void eachDayHasADirectoryOfItsOwn() throws Exception {
    assertThat(export(golden("finished").toString(), sample("leaky"))).isZero();
    assertOneSentence("wrote 2 JVMs", "in 14 files");
    for (Table table : Tables.all()) {
      try (Stream<Path> days = Files.list(findings().resolve(table.name()))) {
        List<String> names = days.map(day -> day.getFileName().toString()).sorted().toList();
        assertThat(names).hasSize(2).contains(GOLDEN_DAY).allMatch(n -> n.matches("date=[-0-9]+"));
      }
    }
  }

  @Test
  void morePartsOfADayStandSideBySideUntilOneHoldsTheOthers() throws Exception {
    String clean = golden("clean").toString();
    String finished = golden("finished").toString();
    String lossy = golden("lossy").toString();
    export(clean);
    export(finished);
    assertThat(files(findings())).hasSize(14);
    export(clean, finished);
    assertThat(files(findings())).hasSize(7);
    assertThat(rows("jvm")).hasSize(2);

    SortedMap<Path, String> before = files(findings());
    assertThat(export(finished, lossy)).isEqualTo(2);
    assertOneSentence(
        "has 1 of these JVMs and 1 other, so they would be counted twice",
        "export all of them together");
    assertThat(files(findings())).isEqualTo(before);

    assertThat(export(finished, lossy, clean)).isZero();
    assertThat(files(findings())).hasSize(7);
    assertThat(rows("jvm")).hasSize(3);
  }

  @Test
  void aFileOfOthersStaysAndADamagedOneIsNamed() throws Exception {
    export(golden("clean").toString());
    Path day = findings().resolve("jvm").resolve(GOLDEN_DAY);
    Files.writeString(day.resolve("part-00000.snappy.parquet"), "of Spark's");
    Files.writeString(day.resolve("part-0123456789abcdef.parquet"), "no table");

    assertThat(export(golden("clean").toString())).isEqualTo(2);
    assertOneSentence("part-0123456789abcdef.parquet is not a Parquet file", "--parquet");

    Files.delete(day.resolve("part-0123456789abcdef.parquet"));
    assertThat(export(golden("clean").toString())).isZero();
    assertThat(day.resolve("part-00000.snappy.parquet")).hasContent("of Spark's");
  }

  /** The table of the JVMs is the last, so that nobody takes half of the tables for all. */
  @Test
  void whatCannotBeWrittenWholeIsNotToldOf() throws Exception {
    String clean = golden("clean").toString();
    export(clean);
    Path part = files(findings().resolve("jvm")).firstKey();
    SortedMap<Path, String> before = files(findings());
    Path loss = findings().resolve("loss").resolve(part);
    Files.delete(loss);
    Files.createDirectories(loss.resolve("in the way"));
    Files.delete(findings().resolve("jvm").resolve(part));

    assertThat(export(clean)).isEqualTo(2);

    assertOneSentence("cannot write to --parquet " + findings(), "name a directory");
    before.remove(Path.of("loss").resolve(part));
    before.remove(Path.of("jvm").resolve(part));
    assertThat(files(findings())).isEqualTo(before);
  }

  @Test
  void oneBadInputDoesNotStopTheOthers() throws Exception {
    Path bad = Files.writeString(directory.resolve("bad.jfr"), "this is no recording");
    assertThat(export(bad.toString(), golden("clean").toString())).isEqualTo(3);
    assertThat(err.lines()).hasSize(2);
    assertThat(err).contains("bad.jfr is not a flight recording", "wrote 1 JVM");
    assertThat(rows("jvm")).hasSize(1);

    assertThat(run("export", "--parquet", target("none"), bad.toString())).isEqualTo(3);
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "misused", "hostile", "open", "none", "chunks"})
  void everyRecordingCanBeExported(String name) throws Exception {
    assertThat(export(sample(name))).isZero();
    assertThat(rows("jvm")).hasSize(1);
  }

  @Test
  void aRecordingOfNothingSaysThat() throws Exception {
    assertThat(export(sample("none"))).isZero();
    assertThat(rows("jvm").get(0)).contains(entry("outcome", "unsure"), entry("registered", 0L));
    assertThat(rows("loss")).extracting(row -> row.get("kind")).contains("no-events");
    assertThat(rows("group")).isEmpty();
  }

  @Test
  void namesThatAreOutToDoHarmStayWhatTheyAre() throws Exception {
    assertThat(export(sample("hostile"))).isZero();
    Hostile.assertHarmless(err + "\\u001b[2J");
    assertThat(rows("resource").toString()).contains("\u001b");
  }

  @Test
  void examplesAreAsManyAsAreAskedFor() throws Exception {
    String finished = golden("finished").toString();
    export("--examples", "0", finished);
    assertThat(rows("resource")).isEmpty();
    assertThat(rows("step")).isEmpty();
    export("--examples", "1", finished);
    List<Object> groups = rows("resource").stream().map(row -> row.get("fingerprint")).toList();
    assertThat(groups).isNotEmpty().doesNotHaveDuplicates();
    export("--examples", "99", finished);
    assertThat(rows("resource")).hasSizeGreaterThan(groups.size());

    run("report", "--format", "json", "-o", target("finished.json"), finished);
    for (String many : List.of("0", "1")) {
      export("--examples", many, finished);
      SortedMap<Path, String> ofRecording = files(findings());
      export("--examples", many, target("finished.json"));
      assertThat(files(findings())).as(many).isEqualTo(ofRecording);
    }
    assertThat(export("--examples", "many", finished)).isEqualTo(2);
    assertOneSentence("'many' is not a whole number, use 0 or more");
  }

  @Test
  void rulesABaselineAndWhatIsListedAreAsInReports() throws Exception {
    String finished = golden("finished").toString();
    Path rules =
        Files.writeString(
            directory.resolve("wanted.txt"),
            "type *Buffer \"wanted\"\ntype no.such.Type \"old\"\n");
    assertThat(export("--suppressions", rules.toString(), finished)).isZero();
    assertThat(err).contains("wanted.txt:2: the rule type no.such.Type matches no leak here");
    assertThat((Long) rows("jvm").get(0).get("suppressed")).isPositive();
    assertThat(rows("group"))
        .filteredOn(row -> Objects.equals(row.get("status"), "leaked"))
        .isNotEmpty()
        .noneMatch(row -> String.valueOf(row.get("type")).endsWith("Buffer"));

    run("report", "--format", "json", "-o", target("old.json"), finished);
    assertThat(export("--baseline", target("old.json"), finished)).isZero();
    assertThat(rows("group"))
        .filteredOn(row -> Objects.equals(row.get("status"), "leaked"))
        .isNotEmpty()
        .allMatch(row -> Objects.equals(row.get("known"), true));
    assertThat(rows("cause")).isEmpty();

    assertThat(export("--open", finished)).isZero();
    assertThat(rows("group")).noneMatch(row -> Objects.equals(row.get("status"), "leaked"));
  }

  @Test
  void textsAreTakenOutAndTheKeyStays() throws Exception {
    String leaky = sample("leaky");
    export(leaky);
    Object key = rows("jvm").get(0).get("jvm");
    assertThat(rows("step")).extracting(row -> row.get("thread")).contains("main");

    assertThat(export("--redact", "threads,labels,notes", leaky)).isZero();

    assertThat(rows("jvm")).extracting(row -> row.get("jvm")).containsExactly(key);
    assertThat(rows("step"))
        .extracting(row -> row.get("thread"))
        .contains("thread 1")
        .doesNotContain("main");
  }

  @Test
  void ownersAreNamedWhereTheSourceIsAtHand() throws Exception {
    Path owners =
        Files.writeString(directory.resolve("CODEOWNERS"), "/src/ @acme/tests @acme/all\n");
    assertThat(
            export(
                "--codeowners",
                owners.toString(),
                "--source",
                "src/test/java",
                golden("finished").toString()))
        .isZero();
    assertThat(rows("cause"))
        .extracting(row -> row.get("class"), row -> row.get("owners"))
        .contains(tuple("dev.rollcall.golden.Story", List.of("@acme/tests", "@acme/all")));
    assertThat(rows("group"))
        .extracting(row -> row.get("owners"))
        .contains(List.of("@acme/tests", "@acme/all"));
    assertThat(export("--codeowners", target("nobody"), golden("finished").toString()))
        .isEqualTo(2);
    assertOneSentence("cannot read --codeowners");
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() throws Exception {
    String leaky = sample("leaky");
    assertThat(export("-o", target("x"), leaky)).isEqualTo(2);
    assertOneSentence("--parquet a directory of many; leave --output out");
    assertThat(export("--jmc", leaky)).isEqualTo(2);
    assertOneSentence("one of --async-profiler, --jmc, --parquet DIR and --otlp DIR");
    for (List<String> option :
        List.of(
            List.of("--examples", "2"),
            List.of("--codeowners", "x"),
            List.of("--source", "src"),
            List.of("--suppressions", "x"),
            List.of("--redact", "labels"))) {
      assertThat(run("export", "--jmc", option.get(0), option.get(1), leaky, "-o", target("x.jfr")))
          .isEqualTo(2);
      assertOneSentence(option.get(0), "for findings; add --parquet DIR or --otlp DIR");
    }
    Files.writeString(findings(), "a file");
    assertThat(export(leaky)).isEqualTo(2);
    assertOneSentence("is a file; name a directory");
    assertThat(run("export", "--parquet", target("findings/in"), leaky)).isEqualTo(2);
    assertOneSentence("cannot write to --parquet");
    assertThat(findings()).hasContent("a file");
  }
}

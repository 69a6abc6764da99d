package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format of every command, of recordings that an older version wrote. */
final class GoldenReportTest {
  /** What a reader of JSON may find said in other words: suspects and losses. */
  private static final Set<String> JSON_WORDING = Set.of("evidence", "sentence");

  /** The same of SARIF, where all wording is called so. */
  private static final Set<String> SARIF_WORDING = Set.of("text");

  @TempDir private Path directory = Path.of("");

  private static String out(int code, String... arguments) {
    Ran ran = Ran.of(arguments);
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    return ran.out();
  }

  @ParameterizedTest
  @CsvSource({"clean, 0", "finished, 1", "running, 1", "lossy, 4"})
  void reports(String name, int code) throws Exception {
    String json = out(code, "report", "--format", "json", Recordings.get(name));
    GoldenJson.assertSame(name + ".report.json", json, JSON_WORDING);
  }

  @ParameterizedTest
  @CsvSource({
    "finished, 0x3, leaked",
    "finished, 0x14, owned",
    "finished, 0x19, misused",
    "finished, 0x11, released",
    "running, 0xc, open",
    "finished, 0x17, ignored",
    "finished, 0x1c, collected",
    "lossy, 0x3, older",
  })
  void histories(String name, String id, String what) throws Exception {
    String json = out(0, "history", "--format", "json", "--id", id, Recordings.get(name));
    GoldenJson.assertSame(name + "." + what + ".history.json", json, JSON_WORDING);
  }

  @ParameterizedTest
  @CsvSource({"finished, Buffer", "running, 'dev.rollcall.golden.Story$Handle'"})
  void historiesOfATypeAreThoseOfItsResources(String name, String type) throws Exception {
    String json = out(0, "history", "--format", "json", "--type", type, Recordings.get(name));
    GoldenJson.assertSame(name + ".type.history.json", json, JSON_WORDING);
  }

  @ParameterizedTest
  @CsvSource({
    "clean, finished, 1",
    "finished, clean, 0",
    "lossy, finished, 1",
    "finished, lossy, 4",
    "finished, finished, 0",
  })
  void diffs(String before, String after, int code) throws Exception {
    String json =
        out(code, "diff", "--format", "json", Recordings.get(before), Recordings.get(after));
    GoldenJson.assertSame(before + "-" + after + ".diff.json", json, JSON_WORDING);
  }

  @Test
  void merges() throws Exception {
    Path one = directory.resolve("one.json");
    out(1, "report", "--format", "json", "--output", one.toString(), Recordings.get("finished"));

    String json = out(0, "merge", one.toString(), Recordings.get("lossy"));
    GoldenJson.assertSame("finished-lossy.merge.json", json, JSON_WORDING);
    Path merged = Files.writeString(directory.resolve("merged.json"), json);
    // A report names source files that it finds here; a merge reads none.
    assertThat(withoutFiles(out(1, "report", "--format", "json", merged.toString())))
        .isEqualTo(withoutFiles(json));
  }

  private static String withoutFiles(String json) {
    return json.replaceAll("\\s+\"file\" : \"\\w+[.]java\",", "");
  }

  @Test
  void recordingsOfSeveralJvmsInOneReport() throws Exception {
    List<String> all = List.of("clean", "finished", "running", "lossy");
    String[] arguments = {"report", "--format", "json", "", "", "", ""};
    for (int i = 0; i < all.size(); i++) {
      arguments[i + 3] = Recordings.get(all.get(i));
    }
    GoldenJson.assertSame("all.report.json", out(1, arguments), JSON_WORDING);
  }

  @Test
  void suppressionsAndBaselinesInTheReport() throws Exception {
    Path baseline = directory.resolve("baseline.json");
    out(1, "report", "--format", "json", "-o", baseline.toString(), Recordings.get("running"));
    String rules = Golden.file("suppressions.txt").toString();
    String json =
        out(
            1,
            "report",
            "--format",
            "json",
            "--suppressions",
            rules,
            "--baseline",
            baseline.toString(),
            Recordings.get("finished"));
    GoldenJson.assertSame("finished.gated.json", json, JSON_WORDING);
  }

  @ParameterizedTest
  @CsvSource({"clean, 0", "finished, 1", "running, 1", "lossy, 4"})
  void sarif(String name, int code) throws Exception {
    String sarif = out(code, "report", "--format", "sarif", Recordings.get(name));
    GoldenJson.assertSame(name + ".sarif", sarif, SARIF_WORDING);
  }

  @ParameterizedTest
  @CsvSource({"clean, 0", "finished, 1", "running, 1", "lossy, 4"})
  void junit(String name, int code) throws Exception {
    String xml = out(code, "report", "--format", "junit", Recordings.get(name));
    Golden.assertSame(name + ".junit.txt", Outline.ofXml(xml, Set.of("message")));
  }

  @ParameterizedTest
  @CsvSource({"clean, 0", "finished, 1", "running, 1", "lossy, 4"})
  void folded(String name, int code) throws Exception {
    String folded = out(code, "report", "--format", "folded", Recordings.get(name));
    Golden.assertSame(name + ".folded", folded);
  }

  @ParameterizedTest
  @CsvSource({
    "finished, async-profiler",
    "finished, jmc",
    "running, async-profiler",
    "running, jmc",
    "lossy, async-profiler"
  })
  void exports(String name, String tool) throws Exception {
    Path file = directory.resolve("export.jfr");
    assertThat(out(0, "export", "--" + tool, "-o", file.toString(), Recordings.get(name)))
        .isEmpty();
    Golden.assertSame(name + "." + tool + ".txt", Outline.ofRecording(file));
  }
}

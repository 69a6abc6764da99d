package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.report.ReportTest;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of a program that releases nothing, beside one of the version before. */
final class GoodRunTest extends CommandTest {
  @TempDir private static Path shared = Path.of("");
  private static String good = "";
  private static String leaking = "";

  @BeforeAll
  static void record() throws Exception {
    good = record("last-release.jfr", "1", "340");
    leaking = record("app.jfr", "2", "20");
  }

  private static String record(String name, String version, String sessions) throws Exception {
    String file = shared.resolve(name).toString();
    new ChildJvm()
        .options(
            "-Drollcall.mode=warn",
            "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + file)
        .run(Versions.class, version, sessions)
        .with(0);
    return file;
  }

  private JsonNode json(String... more) throws Exception {
    String[] command = {"report", "--format", "json", leaking};
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    assertThat(run(all)).isEqualTo(1);
    return ReportTest.valid(out);
  }

  @Test
  void whoForgotIsFoundOnlyBesideTheGoodRun() throws Exception {
    JsonNode alone = json().at("/groups/0");
    assertThat(alone.at("/suspects")).noneMatch(one -> one.at("/kind").asText().equals("absence"));
    assertThat(alone.has("good")).isFalse();

    JsonNode group = json("--good", good).at("/groups/0");

    assertThat(group.at("/suspects/0/frame/method").asText()).isEqualTo("close");
    assertThat(group.at("/suspects/0/confidence").asText()).isEqualTo("low");
    assertThat(group.at("/suspects/0/evidence").asText())
        .isEqualTo(
            "Versions.close released 340 of 340 released siblings; 0 of 20 leaked resources came"
                + " there (released siblings of last-release.jfr): release them in Versions.serve,"
                + " where the ways part after Versions.work.");
    assertThat(group.at("/good/recording").asText()).isEqualTo("last-release.jfr");
    assertThat(group.at("/good/released").asLong()).isEqualTo(340);
    assertThat(group.at("/good/leaked").asLong()).isZero();
    assertThat(group.at("/good/releasedIn").asText()).isEqualTo("Versions.close");
    assertThat(group.at("/good/compared").asBoolean()).isTrue();
  }

  @Test
  void theTextSaysWhatBecameOfTheGroupInTheGoodRun() {
    assertThat(run("report", leaking, "--good", good)).isEqualTo(1);

    assertThat(out).startsWith("LEAK: 20 of 40 registered resources were never released");
    assertThat(Ran.words(out))
        .contains(
            "in last-release.jfr 340 of this group were released, most in Versions.close, and none leaked")
        .contains("(released siblings of last-release.jfr)");
  }

  /** The report of the leaking version as the good run of itself. */
  @Test
  void aGroupThatLeakedInTheGoodRunTooIsNoRegression() throws Exception {
    String copy = target("yesterday.jfr");
    Files.copy(Path.of(leaking), Path.of(copy));

    assertThat(run("report", leaking, "--good", copy)).isEqualTo(1);

    assertThat(Ran.words(out))
        .contains(
            "no regression: in yesterday.jfr 20 of this group leaked, too, and 0 were released");
  }

  @Test
  void aGroupThatTheGoodRunDoesNotHaveIsSaidToBeMissing() throws Exception {
    assertThat(run("report", leaking, "--good", sample("leaky"))).isEqualTo(1);

    assertThat(Ran.words(out))
        .contains("not to be compared with leaky.jfr, where none of this group was released");
    assertThat(json("--good", sample("leaky")).at("/groups/0/good/compared").asBoolean()).isFalse();
  }

  @Test
  void severalGoodRecordingsAreAddedUp() throws Exception {
    JsonNode group = json("--good", good, "--good", sample("leaky")).at("/groups/0");

    assertThat(group.at("/good/recording").asText()).isEqualTo("the good recordings");
    assertThat(group.at("/good/released").asLong()).isEqualTo(340);
  }

  /** Also what is read back from it, and merged. */
  @Test
  void whatTheGoodRunSaysSurvivesAMerge() throws Exception {
    String report = target("app.json");
    assertThat(run("report", "-f", "json", "-o", report, leaking, "--good", good)).isEqualTo(1);
    JsonNode before = ReportTest.valid(Files.readString(Path.of(report)));
    String other = target("leaky.json");
    assertThat(run("report", "-f", "json", "-o", other, sample("leaky"))).isEqualTo(1);

    assertThat(run("merge", report, other)).isZero();

    JsonNode merged = ReportTest.valid(out);
    assertThat(merged.at("/groups/0/good")).isEqualTo(before.at("/groups/0/good"));
    assertThat(merged.at("/groups/0/good/released").asLong()).isEqualTo(340);
  }

  @Test
  void aGoodRunThatCannotBeReadStopsAll() throws Exception {
    assertThat(run("report", leaking, "--good", target("missing.jfr"))).isEqualTo(3);
    assertOneSentence("missing.jfr");
    assertThat(out).isEmpty();

    Path damaged = directory.resolve("damaged.jfr");
    Files.writeString(damaged, "no recording");
    assertThat(run("report", leaking, "--good", damaged.toString())).isEqualTo(3);
    assertOneSentence("damaged.jfr");
  }

  @Test
  void aReportHasNoLivesToCompareWith() {
    String report = target("app.json");
    run("report", "-f", "json", "-o", report, leaking);

    assertThat(run("report", leaking, "--good", report)).isEqualTo(2);
    assertOneSentence("app.json is a JSON report, which has no lives to compare with");
    assertThat(run("report", report, "--good", good)).isEqualTo(2);
    assertOneSentence("--good needs a recording to compare with");
  }

  @Test
  void aGoodRunWithoutEventsSaysSo() {
    assertThat(run("report", leaking, "--good", sample("none"))).isEqualTo(1);

    assertOneSentence("none.jfr has nothing to compare with");
  }

  @Test
  void theGoodRunIsNotOverwritten() {
    assertThat(run("report", leaking, "--good", good, "-o", good)).isEqualTo(2);
    assertThat(Path.of(good)).isNotEmptyFile();
  }
}

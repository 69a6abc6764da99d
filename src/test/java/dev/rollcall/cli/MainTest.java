package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.recording.SampleRecordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as its user sees it: exit code, stdout, stderr. */
final class MainTest extends CommandTest {
  private String file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }

  private static byte[] half(String name) throws IOException {
    byte[] whole = Files.readAllBytes(SampleRecordings.get(name));
    return Arrays.copyOf(whole, whole.length / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "clean, 0",
    "leaky, 1",
    "owners, 1",
    "misused, 1",
    "hostile, 1",
    "open, 4",
    "none, 4"
  })
  void exitCodes(String name, int code) {
    assertThat(run("report", sample(name))).isEqualTo(code);
    assertThat(run("report", "--format", "json", sample(name))).isEqualTo(code);
  }

  @Test
  void reportOfLeaks() {
    assertThat(run("report", sample("leaky"))).isEqualTo(1);

    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith("LEAK: 2 of 10 registered resources were never released, in 1 group.\n")
        .contains("LEAK: 2 x dev.rollcall.recording.SampleProgram$Buffer\n      group ")
        .contains(" complete\n")
        .contains("dev.rollcall.recording.SampleProgram.leaky(SampleProgram.java:");
  }

  @Test
  void historyById() {
    assertThat(run("history", sample("leaky"), "--id", "3")).isZero();
    String decimal = out;
    assertThat(run("history", sample("leaky"), "--id", "0x3")).isZero();

    assertThat(out).isEqualTo(decimal);
    assertThat(Ran.words(out))
        .startsWith("0x3 dev.rollcall.recording.SampleProgram$Buffer, released, group ")
        .containsSubsequence("register", "retain", "touch", "decoded", "release", "unregister");
  }

  @Test
  void whatLeaksOwnIsToldOfUnderThem() {
    assertThat(run("report", sample("owners"))).isEqualTo(1);

    assertThat(out)
        .startsWith(
            "LEAK: 4 of 5 registered resources were never released, 2 of them owned by other leaks,"
                + " in 2 groups.\n")
        .contains("  owns 2 x dev.rollcall.recording.SampleProgram$Statement (1 site)\n")
        .contains("SampleProgram$Statement, 1 direct and 2 owned by other leaks\n")
        .contains(
            "The leaked resource belongs to a SampleProgram$Connection that was itself released in");
  }

  @Test
  void aHistorySaysWhoseItIsAndWhoHadReferences() {
    assertThat(run("history", sample("owners"), "--id", "5")).isZero();

    assertThat(Ran.words(out))
        .startsWith(
            "0x5 dev.rollcall.recording.SampleProgram$Statement, leaked, owned by 0x4"
                + " (dev.rollcall.recording.SampleProgram$Connection), group ")
        .contains("by 0x1 (dev.rollcall.recording.SampleProgram$Connection) ");
  }

  @ParameterizedTest
  @CsvSource({"Buffer", "SampleProgram$Buffer", "dev.rollcall.recording.SampleProgram$Buffer"})
  void historyByType(String type) {
    assertThat(run("history", sample("leaky"), "--type", type)).isZero();

    assertThat(out.lines().filter(line -> line.startsWith("0x"))).hasSize(10);
  }

  @Test
  void historyByGroup() throws IOException {
    run("report", "--format", "json", sample("leaky"));
    String group = new ObjectMapper().readTree(out).at("/groups/0/fingerprint").asText();

    assertThat(run("history", sample("leaky"), "--group", group, "--format", "json")).isZero();
    assertThat(new ObjectMapper().readTree(out).at("/histories")).hasSize(10);
  }

  @Test
  void noMatchingHistory() {
    assertThat(run("history", sample("leaky"), "--id", "4711")).isZero();

    assertOneSentence("no resource in these recordings has the id 0x1267");
    assertThat(out).isEmpty();
  }

  @Test
  void noSuchFile() {
    assertThat(run("report", "nowhere.jfr")).isEqualTo(3);
    assertOneSentence("no such file: nowhere.jfr");
  }

  @Test
  void directoryWithoutRecordings() {
    assertThat(run("report", directory.toString())).isEqualTo(3);
    assertOneSentence("has no .jfr files");
  }

  @Test
  void emptyFile() throws IOException {
    assertThat(run("report", file("empty.jfr", new byte[0]))).isEqualTo(3);
    assertOneSentence("is empty: the JVM was killed", "repository");
  }

  @Test
  void textFile() throws IOException {
    assertThat(run("report", file("notes.jfr", "just a text\n".getBytes(UTF_8)))).isEqualTo(3);
    assertOneSentence("is not a flight recording");
  }

  @Test
  void truncatedRecording() throws IOException {
    assertThat(run("report", file("half.jfr", half("leaky")))).isEqualTo(3);
    assertOneSentence("has no readable chunk", "the file ends after");
  }

  @Test
  void truncatedInItsLastChunk() throws IOException {
    byte[] whole = Files.readAllBytes(SampleRecordings.get("chunks"));
    String cut = file("cut.jfr", Arrays.copyOf(whole, whole.length - 1000));

    assertThat(run("report", cut)).isEqualTo(4);
    assertThat(out)
        .startsWith("Cannot rule out leaks: ")
        .contains("incomplete:", "the file ends after");
  }

  @Test
  void recordingWithoutRollcallEvents() {
    assertThat(run("report", sample("none"))).isEqualTo(4);
    assertOneSentence("has no Rollcall events", "-Drollcall.mode=warn", "StartFlightRecording");
  }

  @Test
  void oneBadFileDoesNotStopTheOthers() {
    assertThat(run("report", "nowhere.jfr", sample("leaky"))).isEqualTo(1);
    assertOneSentence("no such file: nowhere.jfr");
    assertThat(out).startsWith("LEAK: 2 of 10 registered");

    assertThat(run("report", "nowhere.jfr", sample("clean"))).isEqualTo(3);
    assertThat(out).startsWith("No leaks");
  }

  @Test
  void aDirectoryAndAPatternStandForTheirFiles() throws IOException {
    Files.copy(SampleRecordings.get("leaky"), directory.resolve("a.jfr"));
    Files.copy(SampleRecordings.get("leaky"), directory.resolve("b.jfr"));
    Files.writeString(directory.resolve("c.txt"), "no recording");

    assertThat(run("report", directory.toString())).isEqualTo(1);
    assertThat(out)
        .startsWith("LEAK: 2 of 10 registered ")
        .contains("all of it is in another file too");
    assertThat(run("report", directory.resolve("?.jfr").toString())).isEqualTo(1);
    assertThat(run("report", directory.resolve("x*.jfr").toString())).isEqualTo(3);
    assertOneSentence("no file matches");
  }

  @Test
  void theFilesOfOneJvmAreOneStory() throws IOException {
    Path repository = Files.createDirectory(directory.resolve("2026_11_24_10_15_00_4711"));
    SampleRecordings.split("chunks", repository);

    assertThat(run("report", repository.toString())).isZero();
    assertThat(out).startsWith("No leaks among 12,000 registered resources.");
    String ofRepository = out;
    assertThat(run("report", directory.toString())).isZero();
    assertThat(out).isEqualTo(ofRepository);
  }

  @Test
  void aRecordingOfAJvmThatStillRuns() throws IOException {
    byte[] bytes = Files.readAllBytes(SampleRecordings.get("clean"));
    bytes[64] = 1;

    assertThat(run("report", file("open.jfr", bytes))).isEqualTo(4);
    assertThat(out).contains("the JVM was still running or was killed");
  }

  @ParameterizedTest
  @CsvSource({
    "report --colour x.jfr, Unknown option: '--colour'",
    "report --format xml x.jfr, 'xml' is not a format",
    "report, Missing required parameter: 'FILE'",
    "leaks x.jfr, 'leaks' is not a command",
    "history x.jfr, Missing required argument",
    "history --id 0xyz x.jfr, '0xyz' is not an id",
    "report --output no/where/out.txt x.jfr, cannot write --output",
  })
  void wrongUsage(String line, String sentence) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertOneSentence(sentence);
    assertThat(out).isEmpty();
  }

  @Test
  void noCommand() {
    assertThat(run()).isEqualTo(2);
    assertOneSentence("no command given");
  }

  @Test
  void outputGoesToAFile() throws IOException {
    Path file = directory.resolve("report.txt");

    assertThat(run("report", "--output", file.toString(), sample("leaky"))).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(file).content(UTF_8).startsWith("LEAK: 2 of 10 registered");
  }

  @Test
  void anInputIsNotOverwritten() throws IOException {
    String input = file("in.jfr", Files.readAllBytes(SampleRecordings.get("clean")));

    assertThat(run("report", "--output", input, input)).isEqualTo(2);
    assertOneSentence("would be overwritten");
    assertThat(Path.of(input)).hasSameBinaryContentAs(SampleRecordings.get("clean"));
  }

  @Test
  void helpAndVersion() {
    assertThat(run("help")).isZero();
    assertThat(out).contains("report", "history", "diff", "merge", "Exit codes");
    assertThat(run("help", "report")).isZero();
    assertThat(out).contains("Examples:", "rollcall report app.jfr");
    assertThat(run("--version")).isZero();
    assertThat(out).startsWith("rollcall ");
  }

  @Test
  void nothingFromARecordingReachesTheTerminalAsItIs() {
    run("report", sample("hostile"));
    assertThat(out).doesNotContain("\u001b", "\u202e").contains("\\u001b[2J");
    run("history", "--id", "1", sample("hostile"));
    assertThat(out).doesNotContain("\u001b", "\u202e").contains("\\u001b[2J");
  }
}

package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.testing.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** File names alone are not parsed, for a quick start; what is done with them is the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {"clean", "leaky", "misused", "hostile", "open", "none", "owners", "nowhere", "-"})
  void argumentsThatAreNotParsedMeanTheSame(String name) throws IOException {
    String file = name.equals("-") || name.equals("nowhere") ? name : sample(name);
    int code = run("report", file);
    String plain = out;
    String said = err;

    assertThat(run("report", "--by", "count", file)).isEqualTo(code);
    assertThat(out).isEqualTo(plain);
    assertThat(err).isEqualTo(said);
    String arguments = file("arguments", file.getBytes(UTF_8));
    assertThat(run("report", "@" + arguments)).isEqualTo(code);
    assertThat(out).isEqualTo(plain);
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
            "SampleProgram.owners released the owner, a SampleProgram$Connection, of 1 of 1 leaked"
                + " resource,");
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

    assertThat(run("history", sample("leaky"), "--type", "Buffer", "--open")).isZero();
    assertOneSentence("no resource in these recordings is of the type Buffer and is open;");
    assertThat(run("history", sample("clean"), "--leaked", "--open")).isZero();
    assertOneSentence("no resource in these recordings has leaked or is open;");
  }

  private List<String> lives() {
    return out.lines().filter(line -> line.startsWith("0x")).toList();
  }

  @Test
  void historyOfWhatLeakedOrIsOpen() throws IOException {
    assertThat(run("history", sample("leaky"), "--leaked")).isZero();
    assertThat(lives()).hasSize(2).allMatch(line -> line.contains(", leaked,"));
    assertThat(run("history", sample("leaky"), "--leaked", "--type", "Buffer")).isZero();
    assertThat(lives()).hasSize(2);
    assertThat(run("history", sample("open"), "--open")).isZero();
    assertThat(lives()).isNotEmpty().allMatch(line -> line.contains(", open,"));
    List<String> open = lives();
    assertThat(run("history", sample("open"), "--open", "--leaked")).isZero();
    assertThat(lives()).isEqualTo(open);
    assertThat(run("history", sample("leaky"), "--leaked", "--format", "json")).isZero();
    assertThat(new ObjectMapper().readTree(out).at("/histories"))
        .hasSize(2)
        .allMatch(history -> history.get("verdict").asText().equals("leaked"));
  }

  @Test
  void historyOfAFew() throws IOException {
    assertThat(run("history", sample("leaky"), "--type", "Buffer", "--limit", "3")).isZero();
    assertThat(lives()).hasSize(3);
    assertOneSentence("7 more lives are not shown; raise --limit to see more");
    assertThat(out).doesNotEndWith("\n\n");

    assertThat(run("history", sample("leaky"), "--leaked", "--limit", "1", "-f", "json")).isZero();
    assertThat(new ObjectMapper().readTree(out).at("/histories")).hasSize(1);
    assertOneSentence("1 more life is not shown;");
    assertThat(run("history", sample("leaky"), "--leaked", "--limit", "99999999999")).isZero();
    assertThat(err).isEmpty();
  }

  /** Runs a command with a standard input. */
  private int pipe(byte[] input, String... args) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            new ByteArrayInputStream(input),
            new ResultStream(result),
            new PrintStream(told, true, UTF_8));
    out = result.toString(UTF_8);
    err = told.toString(UTF_8);
    return code;
  }

  @Test
  void aMinusIsStandardInput() throws IOException {
    byte[] leaky = Files.readAllBytes(SampleRecordings.get("leaky"));
    run("report", sample("leaky"));
    String expected = out.replace(sample("leaky"), "-");

    assertThat(pipe(leaky, "report", "-")).isEqualTo(1);
    assertThat(out)
        .isEqualToNormalizingWhitespace(expected); // a shorter name breaks lines elsewhere
    assertThat(err).isEmpty();
    assertThat(pipe(leaky, "history", "-", "--leaked")).isZero();
    assertThat(lives()).hasSize(2);
    assertThat(pipe(leaky, "diff", sample("clean"), "-")).isEqualTo(1);
    assertThat(pipe(leaky, "diff", "-", "-")).isZero();
    assertThat(pipe(leaky, "export", "--jmc", "-", "-o", target("leaks.jfr"))).isZero();
    assertThat(pipe(leaky, "merge", "-")).isZero();
    assertThat(pipe(out.getBytes(UTF_8), "report", "-")).isEqualTo(1);

    assertThat(pipe(new byte[0], "report", "-")).isEqualTo(3);
    assertOneSentence("standard input is empty; check the command that writes to it");
    assertThat(pipe(new byte[0], "diff", sample("clean"), "-")).isEqualTo(3);
    assertOneSentence("standard input is empty;");
    assertThat(pipe("no recording".getBytes(UTF_8), "report", "-")).isEqualTo(3);
    assertOneSentence("- is not a flight recording");
    assertThat(pipe("{}".getBytes(UTF_8), "report", "-")).isEqualTo(3);
    assertOneSentence("- is no JSON report of Rollcall");
  }

  /** What was kept of it while the tool ran is gone when it ends. */
  @Test
  void nothingIsLeftOfStandardInput() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    ChildJvm jvm = new ChildJvm().options("-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData");
    Process process = jvm.start(directory.resolve("err.txt"), Main.class, "report", "-");
    try (OutputStream in = process.getOutputStream()) {
      Files.copy(SampleRecordings.get("leaky"), in);
    }

    assertThat(process.inputReader(UTF_8).readLine()).startsWith("LEAK: 2 of 10 registered");
    process.getInputStream().close();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(temporary).isEmptyDirectory();
  }

  /** All files that the JVM is given, from the jar alone. */
  @ParameterizedTest
  @CsvSource({
    "settings, rollcall",
    "settings --profile, rollcall-profile",
    "settings --production, rollcall-production"
  })
  void settings(String line, String name) throws Exception {
    String file = target("some.jfc");

    assertThat(Ran.of(line.split(" ")))
        .isEqualTo(new Ran(0, Files.readString(Path.of("jfc", name + ".jfc")), ""));
    assertThat(run((line + " -o " + file).split(" "))).isZero();
    assertThat(out + err).isEmpty();
    assertThat(Configuration.create(Path.of(file)).getSettings())
        .containsEntry("rollcall.Register#enabled", "true");
  }

  @Test
  void settingsAreOneFile() {
    assertThat(run("settings", "--production", "--profile")).isEqualTo(2);
    assertOneSentence("--production and --profile are two files: write one at a time");
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
    assertOneSentence("is empty: a JVM writes it when it exits", "jcmd PID JFR.dump", "repository");
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
    assertOneSentence(
        "has no Rollcall events: the checker was off, or nothing used it; ",
        "-Drollcall.mode=warn",
        "StartFlightRecording",
        "Netty's hook");
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

  /** As the JVM leaves it until the first flush. */
  @Test
  void aChunkThatIsOnlyBegun() throws IOException {
    byte[] begun = Arrays.copyOf(Files.readAllBytes(SampleRecordings.get("clean")), 68);
    Arrays.fill(begun, 8, 16, (byte) 0);
    begun[64] = 1;

    assertThat(run("report", file("begun.jfr", begun))).isEqualTo(3);
    assertOneSentence(
        "has no readable chunk (the JVM had not written its header yet);",
        "if the JVM still runs, dump what it has recorded with jcmd PID JFR.dump");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report --hue x.jfr; there is no option --hue, see rollcall help report",
        "report --format xml x.jfr; --format: 'xml' is not a format, use text, json, junit, sarif,"
            + " folded or html",
        "report --format text --format json x.jfr; --format is given twice, give it once",
        "report --fail-on; --fail-on needs a value, KINDS, see rollcall help report",
        "report --fail-on leak x.jfr; --fail-on: 'leak' is not a kind of finding, use leaks, held,"
            + " lost, misuse, collector, overdue, unsure or none",
        "report --grown=7 x.jfr; --grown takes no value, leave out what follows the =",
        "report; FILE is missing, see rollcall help report",
        "diff a.json; B is missing, see rollcall help diff",
        "diff a.json b.json c.json; 'c.json' is one argument too many, see rollcall help diff",
        "leaks x.jfr; 'leaks' is not a command, see rollcall help",
        "help leaks; 'leaks' is not a command, see rollcall help",
        "history x.jfr; say which lives to show: --id, --type, --group, --leaked or --open",
        "history --id 1 --type Buffer x.jfr; give only one of --id, --type and --group",
        "history --id 0xyz x.jfr; --id: '0xyz' is not an id, write it as 42 or 0x2a",
        "history --id 99999999999999999999 x.jfr; --id: '99999999999999999999' is not an id, write it"
            + " as 42 or 0x2a",
        "history --leaked --limit 0 x.jfr; --limit: '0' is not a number of lives, use 1 or more",
        "history --leaked --limit x x.jfr; --limit: 'x' is not a number of lives, use 1 or more",
        "report --output no/where/out.txt x.jfr; cannot write --output no/where/out.txt, name a file in"
            + " a directory that you may write to",
        // What was meant.
        "repor x.jfr; 'repor' is not a command, did you mean report?",
        "--vers; there is no option --vers, did you mean --version?",
        "report --baselin=x.json x.jfr; there is no option --baselin, did you mean --baseline?",
        "history --leakd x.jfr; there is no option --leakd, did you mean --leaked?",
      })
  void wrongUsage(String row) {
    String[] lineAndSentence = row.split("; ", -1);
    assertThat(run(lineAndSentence[0].split(" "))).isEqualTo(2);
    assertThat(err.replace("; ", ", ")).isEqualTo("rollcall: " + lineAndSentence[1] + "\n");
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
    assertThat(out).contains("report", "history", "diff", "merge", "settings", "Exit codes");
    assertThat(run("help", "report")).isZero();
    assertThat(out).contains("Examples:", "rollcall report app.jfr");
    assertThat(run("--version")).isZero();
    assertThat(out).startsWith("rollcall ");
  }

  @ParameterizedTest
  @CsvSource({
    "report, 01234",
    "history, 023",
    "diff, 01234",
    "merge, 023",
    "export, 023",
    "settings, 02",
    "mcp, 02"
  })
  void helpOfACommandHasItsExitCodes(String command, String codes) {
    assertThat(run("help", command)).isZero();
    assertThat(
            out.lines()
                .dropWhile(line -> !line.equals("Exit codes:"))
                .filter(line -> line.matches("   \\d   \\S.*"))
                .map(line -> line.strip().substring(0, 1)))
        .containsExactly(codes.split(""));
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void nothingFromARecordingReachesTheTerminalAsItIs() {
    run("report", sample("hostile"));
    assertThat(out).doesNotContain("\u001b", "\u202e").contains("\\u001b[2J");
    run("history", "--id", "1", sample("hostile"));
    assertThat(out).doesNotContain("\u001b", "\u202e").contains("\\u001b[2J");
  }
}

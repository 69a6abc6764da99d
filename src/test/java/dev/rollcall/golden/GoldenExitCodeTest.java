package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Main;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every command line ends with. */
final class GoldenExitCodeTest {
  @TempDir private static Path directory = Path.of("");

  private static final Map<String, String> FILES = new TreeMap<>();

  /** The words that command lines of the table may have. */
  @BeforeAll
  static void prepare() throws Exception {
    for (String name : Recordings.NAMES) {
      FILES.put(name, Recordings.get(name));
    }
    FILES.put("RULES", Golden.file("suppressions.txt").toString());
    FILES.put("ALL", write("all.txt", "type * \"all\"\n"));
    FILES.put("MALFORMED", write("malformed.txt", "type com.acme.Buffer\n"));
    FILES.put("TEXT", write("text.jfr", "no recording"));
    FILES.put("EMPTY", write("empty.jfr", ""));
    FILES.put("BROKEN", write("broken.json", "{\"schemaVersion\": 1,"));
    FILES.put("CUT", cut("cut.jfr"));
    FILES.put("NOWHERE", directory.resolve("nowhere.jfr").toString());
    FILES.put("OUT", directory.resolve("out").toString());
    for (String name : new String[] {"finished", "clean"}) {
      String baseline = directory.resolve(name + ".json").toString();
      Ran.of("report", "--format", "json", "--output", baseline, Recordings.get(name));
      FILES.put(name + ".json", baseline);
    }
  }

  private static String write(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  /** A recording whose end is missing. */
  private static String cut(String name) throws Exception {
    byte[] whole = Files.readAllBytes(Path.of(Recordings.get("finished")));
    byte[] begun = Arrays.copyOf(whole, whole.length / 2);
    return Files.write(directory.resolve(name), begun).toString();
  }

  private static String[] arguments(String line) {
    return Arrays.stream(line.split(" "))
        .map(word -> FILES.getOrDefault(word, word))
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Clean.
        "0 | report clean",
        "0 | report clean.json",
        "0 | report --format junit clean",
        "0 | help",
        "0 | help report",
        "0 | --help",
        "0 | --version",
        "0 | history --id 1 finished",
        "0 | history --id 0x1 finished",
        "0 | history --id 4711 finished",
        "0 | history --type Nothing finished",
        "0 | history --type Buffer lossy",
        "0 | history --leaked --limit 1 finished",
        "0 | history --leaked clean",
        "0 | history --open running",
        "0 | settings",
        "0 | settings --profile",
        "0 | merge finished",
        "0 | merge finished.json running",
        "0 | diff finished clean",
        "0 | diff finished finished",
        "0 | export --jmc -o OUT finished",
        "0 | export --async-profiler -o OUT lossy",
        // Leaks and misuse.
        "1 | report finished",
        "1 | report running",
        "1 | report finished.json",
        "1 | report clean finished lossy",
        "1 | report --format sarif finished",
        "1 | report --format folded finished",
        "1 | report TEXT finished",
        "1 | report finished NOWHERE",
        "1 | diff clean finished",
        "1 | diff running finished",
        // What counts.
        "0 | report --fail-on none finished",
        "0 | report --fail-on none lossy",
        "0 | report --fail-on leaks lossy",
        "1 | report --fail-on leaks finished",
        "1 | report --fail-on held finished",
        "1 | report --fail-on lost finished",
        "0 | report --fail-on lost running",
        "1 | report --fail-on misuse running",
        "1 | report --fail-on leaks,misuse,unsure running",
        "4 | report --fail-on unsure running",
        "4 | report --fail-on lost,unsure running",
        "0 | report --fail-on lost clean",
        "1 | report --suppressions RULES finished",
        "1 | report --suppressions ALL finished",
        "0 | report --suppressions ALL --fail-on leaks finished",
        "0 | report --baseline finished.json finished",
        "0 | report --baseline finished.json --grown finished",
        "1 | report --baseline clean.json finished",
        "0 | report --baseline clean.json clean",
        // Wrong usage.
        "2 | report",
        "2 | nonsense",
        "2 | report --nonsense clean",
        "2 | report --format xml clean",
        "2 | report --fail-on nonsense clean",
        "2 | report --fail-on none,leaks clean",
        "2 | report --grown clean",
        "2 | report --baseline NOWHERE clean",
        "2 | report --baseline BROKEN clean",
        "2 | report --suppressions MALFORMED clean",
        "2 | report --suppressions NOWHERE clean",
        "2 | report --output clean clean",
        "2 | report --output NOWHERE/out clean",
        "2 | history clean",
        "2 | history --id x clean",
        "2 | history --id 1 --type Buffer clean",
        "2 | history --leaked --limit 0 clean",
        "2 | history --limit 3 clean",
        "2 | history --format sarif --id 1 clean",
        "2 | settings rollcall.jfc",
        "2 | demo",
        "2 | diff clean",
        "2 | diff clean clean clean",
        "2 | diff --format sarif clean clean",
        "2 | merge",
        "2 | merge finished finished.json lossy --format text",
        "2 | export clean",
        "2 | export --jmc clean",
        "2 | export --jmc --async-profiler -o OUT clean",
        "2 | export --jmc -o OUT clean finished",
        // What cannot be read.
        "3 | report NOWHERE",
        "3 | report TEXT",
        "3 | report EMPTY",
        "3 | report -",
        "3 | report BROKEN",
        "3 | report CUT",
        "3 | report clean NOWHERE",
        "3 | report --fail-on none clean NOWHERE",
        "3 | history --id 1 NOWHERE",
        "3 | history --id 1 clean TEXT",
        "3 | diff clean NOWHERE",
        "3 | diff TEXT finished",
        "3 | merge TEXT",
        "3 | merge clean TEXT",
        "3 | export --jmc -o OUT NOWHERE",
        // Nothing found that clean could be promised of.
        "4 | report lossy",
        "4 | report clean lossy",
        "4 | diff finished lossy",
        "4 | diff lossy clean",
      })
  void exitCode(int code, String line) {
    Ran ran = Ran.of(arguments(line));
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
    assertThat(ran.out() + ran.err()).doesNotContain("this is a bug");
  }

  /** The process itself ends with the code, and says its result and its problems apart. */
  @Test
  void theProcessEndsWithIt() throws Exception {
    ChildJvm.Ended ended = new ChildJvm().run(Main.class, arguments("report finished TEXT"));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).startsWith("LEAK: ");
    assertThat(ended.err()).startsWith("rollcall: ").hasLineCount(1);
  }
}

package dev.rollcall.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings from a program, a recording or a command line are shown, not sent, and not at length. */
final class StringsTest {
  /** Five examples in one line, each escaped sixfold. */
  private static final int LONGEST_LINE = 5 * 6 * 1_100;

  @TempDir private static Path directory = Path.of("");
  private static String recording = "";
  private static ChildJvm.Ended ended = new ChildJvm.Ended(0, "", "");

  @BeforeAll
  static void record() throws IOException, InterruptedException {
    recording = directory.resolve("an\u001b[2Jevil\rname.jfr").toString();
    ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn")
            .options("-XX:StartFlightRecording:filename=" + recording)
            .run(StringsProgram.class)
            .with(0);
  }

  private static void assertHarmless(String text) {
    assertThat(
            text.codePoints()
                .filter(c -> !Examination.isHarmless(c))
                .mapToObj(Integer::toHexString))
        .isEmpty();
    assertThat(text.lines()).allMatch(line -> line.length() < LONGEST_LINE);
  }

  @Test
  void inTheProcess() {
    assertHarmless(ended.err());
    assertThat(ended.err())
        .contains("LEAK: 10 of 15 registered resources were never released")
        .contains("\\u001b[2J", "\\u000d\\u000aNo leaks", "\\u202e", "\\u0000", "\\u009b31m")
        .contains("x dev.rollcall.hostile.Plai\\u001bc", "\\u2028\\u2029", "\\u007f")
        .contains("Rollcall: misuse (double-register)", "Rollcall: misuse (double-unregister)")
        .contains("-cli.jar report ", "an\\u001b[2Jevil\\u000dname.jfr")
        .contains("characters left out");
    // The headlines of the check on demand and of that at exit, and nothing forged.
    assertThat(ended.err().lines().filter(line -> line.startsWith("No leaks"))).isEmpty();
  }

  @Test
  void inTheReport() {
    Ran report = Ran.of("report", recording);

    assertThat(report.code()).isEqualTo(1);
    assertThat(report.err()).isEmpty();
    assertHarmless(report.out());
    assertThat(report.out())
        .startsWith("LEAK: 10 of 15 registered")
        .contains("an\\u001b[2Jevil\\u000dname.jfr", "dev.rollcall.hostile.Plai\\u001bc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.Object", "dev.rollcall.hostile.Plai\u001bc\r\nm"})
  void inHistories(String type) {
    Ran history = Ran.of("history", "--type", type, recording);

    assertThat(history.code()).isZero();
    assertHarmless(history.out());
    assertThat(history.out())
        .contains("\\u001b[2J", "\\u000d\\u000aNo leaks", "\\u202e", "\\u0000", "\\u009b31m")
        .contains("\\u2028\\u2029", "\\u007f", "characters left out");
  }

  @Test
  void inJson() throws IOException {
    for (Ran ran :
        List.of(
            Ran.of("report", "--format", "json", recording),
            Ran.of("history", "--format", "json", "--type", "Object", recording))) {
      assertThat(ran.out()).matches("[\\x20-\\x7e\\n]*").contains("characters left out");
      assertThat(longest(new ObjectMapper().readTree(ran.out()))).isLessThan(1_100);
    }
    // What is short arrives as it was.
    Ran history = Ran.of("history", "--format", "json", "--type", "Object", recording);
    assertThat(new ObjectMapper().readTree(history.out()).findValuesAsText("description"))
        .contains(StringsProgram.TEXTS.get(1), StringsProgram.TEXTS.get(3));
  }

  private static int longest(JsonNode node) {
    int longest = node.isTextual() ? node.textValue().length() : 0;
    for (JsonNode child : node) {
      longest = Math.max(longest, longest(child));
    }
    return longest;
  }

  @Test
  void onTheCommandLine() {
    String evil = "a\u001b[2J\r\nb\u202e\u009b\u007f";
    String huge = evil + "y".repeat(100_000);
    for (String text : List.of(evil, "nul\0" + evil, huge)) {
      for (Ran ran :
          List.of(
              Ran.of("report", text),
              Ran.of("report", text + "*"),
              Ran.of("report", text + "/*.jfr"),
              Ran.of("report", "--output", directory + "/" + text + "/x", recording),
              Ran.of("report", "--format", text, recording),
              Ran.of("report", "--" + text, recording),
              Ran.of("history", "--id", text, recording),
              Ran.of("history", "--type", text, recording),
              Ran.of("history", "--group", text, recording),
              Ran.of(text),
              Ran.of("help", text))) {
        assertHarmless(ran.out());
        assertHarmless(ran.err());
        assertThat(ran.err()).startsWith("rollcall: ").doesNotContain("Exception", "a bug");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.code()).isIn(0, 2, 3);
      }
    }
  }
}

package dev.rollcall.ends;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingTest {
  private static final String WHOLE =
      """
      {"recordings": [{"losses": []}], "settled": true,
       "totals": {"registered": 9, "leaked": 3},
       "groups": [{"type": "dev.rollcall.ends.program.Leaked"}]}
      """;
  private static final String PART =
      """
      {"recordings": [{"losses": [{"sentence": "the JVM was killed"}]}], "settled": false,
       "totals": {"registered": 9, "leaked": 0}, "groups": []}
      """;

  private static Reading.State state(String report, int code) throws IOException {
    return Reading.of(new ObjectMapper().readTree(report), code, 3, 9).state();
  }

  @Test
  void aRecordingIsWholeWithExactTotals() throws IOException {
    assertThat(state(WHOLE, 1)).isEqualTo(Reading.State.WHOLE);
    assertThat(state(WHOLE.replace("9", "8"), 1)).isEqualTo(Reading.State.WRONG);
    assertThat(state(WHOLE.replace("\"leaked\": 3", "\"leaked\": 2"), 1))
        .isEqualTo(Reading.State.WRONG);
  }

  @Test
  void aFalseLeakIsWrong() throws IOException {
    assertThat(state(WHOLE.replace("program.Leaked", "program.Counted"), 1))
        .isEqualTo(Reading.State.WRONG);
    assertThat(state(PART.replace("\"leaked\": 0", "\"leaked\": 4"), 1))
        .isEqualTo(Reading.State.WRONG);
  }

  @Test
  void cleanIsWrong() throws IOException {
    assertThat(state(PART, 0)).isEqualTo(Reading.State.WRONG);
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertThat(state(PART, 4)).isEqualTo(Reading.State.PART);
    assertThat(state(WHOLE.replace("[]", "[{\"sentence\": \"3 steps are missing\"}]"), 1))
        .isEqualTo(Reading.State.TOTALS);
  }

  @Test
  void anEmptyFileIsNone(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("app.jfr"));

    assertThat(Reading.of(file, directory.resolve("repository"), 3, 9).state())
        .isEqualTo(Reading.State.NONE);
  }

  @Test
  void whatTheToolCannotReadIsRefused(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("app.jfr"), "no recording");

    assertThat(Reading.of(file, directory, 3, 9).state()).isEqualTo(Reading.State.REFUSED);
  }
}

package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.SampleRecordings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the command line begin with: a command is run, and what it wrote is kept. */
abstract class CommandTest {
  @TempDir Path directory = Path.of("");

  String out = "";
  String err = "";

  /** Runs a command; never does one show a stack trace. */
  final int run(String... args) {
    Ran ran = Ran.of(args);
    out = ran.out();
    err = ran.err();
    assertThat(out + err).doesNotContain("Exception", "\tat ");
    return ran.code();
  }

  final void assertOneSentence(String... parts) {
    assertThat(err).startsWith("rollcall: ").endsWith("\n").contains(parts);
    assertThat(err.lines()).hasSize(1);
  }

  /** A path in the test's directory. */
  final String target(String name) {
    return directory.resolve(name).toString();
  }

  static String sample(String name) {
    return SampleRecordings.get(name).toString();
  }
}

package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Runs commands and keeps what the last one wrote. */
final class Console {
  private String out = "";
  private String err = "";

  int run(String... args) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    int code =
        Main.run(args, new PrintStream(stdout, true, UTF_8), new PrintStream(stderr, true, UTF_8));
    out = stdout.toString(UTF_8);
    err = stderr.toString(UTF_8);
    assertThat(out + err).doesNotContain("Exception", "\tat ");
    return code;
  }

  String out() {
    return out;
  }

  void assertOneSentence(String... parts) {
    assertThat(err).startsWith("rollcall: ").endsWith("\n").contains(parts);
    assertThat(err.lines()).hasSize(1);
  }
}

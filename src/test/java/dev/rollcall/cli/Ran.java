package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** A run of the command line in this process: its exit code and all that it printed. */
public record Ran(int code, String out, String err) {
  /** What was printed, wherever its lines are broken. */
  public String words() {
    return words(out);
  }

  /** A text, wherever its lines are broken. */
  static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** Runs a command. */
  public static Ran of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}

package dev.rollcall.cli;

import dev.rollcall.internal.Printable;
import java.io.PrintStream;

/** What the user is told besides the result: one sentence a line, with a prefix, on stderr. */
final class Diagnostics {
  private final PrintStream err;

  Diagnostics(PrintStream err) {
    this.err = err;
  }

  void say(String sentence) {
    err.println("rollcall: " + Printable.of(sentence));
  }
}

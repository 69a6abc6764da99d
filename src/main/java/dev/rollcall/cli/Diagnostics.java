package dev.rollcall.cli;

import dev.rollcall.cli.option.ProgressBar;
import dev.rollcall.common.Printable;
import dev.rollcall.reader.ReadProgress;
import java.io.PrintStream;

/**
 * What the user is told besides the result: one sentence a line, with a prefix, on stderr; and on a
 * terminal how far the reading has come.
 */
final class Diagnostics {
  private final PrintStream err;
  private final ProgressBar bar;
  private final boolean watched;

  /** {@code watched}: whether stderr is a terminal. */
  Diagnostics(PrintStream err, boolean watched) {
    this.err = err;
    this.watched = watched;
    this.bar = new ProgressBar(err, () -> System.nanoTime() / 1_000_000);
  }

  void say(String sentence) {
    bar.clear();
    err.println("rollcall: " + Printable.of(sentence));
  }

  /** Where progress is shown. */
  ReadProgress progress() {
    return watched ? bar : ReadProgress.NONE;
  }

  /** All is read. */
  void endProgress() {
    bar.clear();
  }
}

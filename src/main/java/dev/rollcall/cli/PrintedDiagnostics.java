package dev.rollcall.cli;

import dev.rollcall.cli.option.ProgressBar;
import dev.rollcall.cli.reading.Diagnostics;
import dev.rollcall.common.Printable;
import dev.rollcall.reader.ReadProgress;
import java.io.PrintStream;

/**
 * What the user is told besides the result: one sentence a line, with a prefix, on stderr; and on a
 * terminal how far the reading has come.
 */
final class PrintedDiagnostics implements Diagnostics {
  private final PrintStream err;
  private final ProgressBar bar;
  private final boolean watched;

  /** {@code watched}: whether stderr is a terminal. */
  PrintedDiagnostics(PrintStream err, boolean watched) {
    this.err = err;
    this.watched = watched;
    this.bar = new ProgressBar(err, () -> System.nanoTime() / 1_000_000);
  }

  @Override
  public void say(String sentence) {
    bar.clear();
    err.println("rollcall: " + Printable.of(sentence));
  }

  @Override
  public ReadProgress progress() {
    return watched ? bar : ReadProgress.NONE;
  }

  @Override
  public void endProgress() {
    bar.clear();
  }
}

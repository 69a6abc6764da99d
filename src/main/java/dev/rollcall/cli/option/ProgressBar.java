package dev.rollcall.cli.option;

import dev.rollcall.reader.ReadProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A bar on a terminal for what takes longer than a second. It overwrites itself, and leaves nothing
 * behind when it is {@link #clear cleared}.
 */
public final class ProgressBar implements ReadProgress {
  private static final long FIRST_MILLIS = 1_000;
  private static final long STEP_MILLIS = 100;
  private static final int WIDTH = 30;

  private final PrintStream terminal;
  private final LongSupplier millis;
  private final long start;
  private long next;
  private int shown;

  /** {@code millis}: the clock. */
  public ProgressBar(PrintStream terminal, LongSupplier millis) {
    this.terminal = terminal;
    this.millis = millis;
    this.start = millis.getAsLong();
    this.next = start + FIRST_MILLIS;
  }

  @Override
  public void at(long done, long total, long events) {
    long now = millis.getAsLong();
    if (now < next) {
      return;
    }
    next = now + STEP_MILLIS;
    double share = total == 0 ? 0 : (double) done / total;
    int filled = (int) (share * WIDTH);
    print(
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%  %,d events",
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            share * 100,
            events));
  }

  /** Takes the bar away. */
  public void clear() {
    if (shown > 0) {
      print("");
      terminal.print('\r');
      terminal.flush();
      shown = 0;
    }
  }

  private void print(String line) {
    terminal.print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
    terminal.flush();
    shown = line.length();
  }
}

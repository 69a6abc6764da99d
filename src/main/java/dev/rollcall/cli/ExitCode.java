package dev.rollcall.cli;

import dev.rollcall.analysis.Findings;

/** What the process tells its caller. */
final class ExitCode {
  /** Nothing leaked and nothing was misused. */
  static final int CLEAN = 0;

  /** Leaks or misuse were found. */
  static final int FOUND = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A recording could not be read. */
  static final int UNREADABLE = 3;

  /** Nothing was found, but clean cannot be promised. */
  static final int UNSURE = 4;

  private ExitCode() {}

  /** The code for findings, when {@code unreadable} says that there was more than could be read. */
  static int of(Findings findings, boolean unreadable) {
    if (findings.outcome() == Findings.Outcome.FOUND) {
      return FOUND;
    }
    if (unreadable) {
      return UNREADABLE;
    }
    return findings.outcome() == Findings.Outcome.CLEAN ? CLEAN : UNSURE;
  }
}

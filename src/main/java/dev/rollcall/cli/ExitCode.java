package dev.rollcall.cli;

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

  /** The code where several may apply: what was found comes before what is not known. */
  static int of(boolean found, boolean unreadable, boolean inDoubt) {
    if (found) {
      return FOUND;
    }
    if (unreadable) {
      return UNREADABLE;
    }
    return inDoubt ? UNSURE : CLEAN;
  }
}

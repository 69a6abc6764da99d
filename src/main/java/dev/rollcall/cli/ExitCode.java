package dev.rollcall.cli;

/** What the process tells its caller. The words are those of the help of each command. */
final class ExitCode {
  /** Nothing leaked and nothing was misused. */
  static final int CLEAN = 0;

  /** Leaks or misuse were found. */
  static final int FOUND = 1;

  /** The command line is wrong, or the result could not be written. */
  static final int USAGE = 2;

  /** A recording could not be read. */
  static final int UNREADABLE = 3;

  /** Nothing was found, but clean cannot be promised. */
  static final int UNSURE = 4;

  /**
   * Instead of clean: whoever read the result went away before its end, as {@code head} does. That
   * needs no words; it is the status of a command that a pipe ends, 128 and the signal SIGPIPE.
   */
  static final int UNREAD = 141;

  static final String HEADING = "%nExit codes:%n";
  static final String CLEAN_WORDS = " 0:clean";
  static final String FOUND_WORDS = " 1:leaks or misuse found";
  static final String USAGE_WORDS = " 2:wrong usage, or the result could not be written";
  static final String UNREADABLE_WORDS = " 3:a recording could not be read";
  static final String UNSURE_WORDS = " 4:nothing found, but leaks cannot be ruled out";
  static final String DONE_WORDS = " 0:done, whatever the recordings tell";

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

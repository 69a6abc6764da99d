package dev.rollcall.cli.reading;

import dev.rollcall.reader.ReadProgress;

/** Takes what the user is told besides the result. */
@FunctionalInterface
public interface Diagnostics {
  /** Takes a sentence, with the next step where there is one. */
  void say(String sentence);

  /** Where it is shown how far the reading has come. */
  default ReadProgress progress() {
    return ReadProgress.NONE;
  }

  /** All is read. */
  default void endProgress() {}
}

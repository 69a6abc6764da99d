package dev.rollcall.reader.packed;

import java.io.IOException;
import java.io.Serial;

/** Unpacking must not go on, or cannot. The message is a sentence for the user. */
final class StoppedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  StoppedException(String sentence) {
    super(sentence);
  }
}

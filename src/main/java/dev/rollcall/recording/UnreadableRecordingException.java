package dev.rollcall.recording;

import java.io.Serial;

/**
 * Nothing can be read from an input. The message is a sentence for the user, with the next step.
 */
public final class UnreadableRecordingException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public UnreadableRecordingException(String sentence) {
    super(sentence);
  }
}

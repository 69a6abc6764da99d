package dev.rollcall.attach;

import java.io.Serial;

/** A JVM cannot be asked; the message is a sentence for the user that says what to do. */
public final class NotAttachedException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final boolean isWrongProcess;

  NotAttachedException(String sentence, boolean isWrongProcess) {
    super(sentence);
    this.isWrongProcess = isWrongProcess;
  }

  NotAttachedException(String sentence) {
    this(sentence, false);
  }

  /** The JVM is there and does not answer. */
  static NotAttachedException silent(long pid) {
    return new NotAttachedException(
        "JVM "
            + pid
            + " does not answer; it is too busy, or stands still, as in a debugger: try again when"
            + " it goes on");
  }

  /** Whether the user named what is no JVM; else it is one that does not answer. */
  public boolean isWrongProcess() {
    return isWrongProcess;
  }
}

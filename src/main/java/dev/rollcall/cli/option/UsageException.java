package dev.rollcall.cli.option;

import java.io.Serial;

/** The command line asks for something that cannot be; the message is a sentence for the user. */
public final class UsageException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public UsageException(String sentence) {
    super(sentence);
  }
}

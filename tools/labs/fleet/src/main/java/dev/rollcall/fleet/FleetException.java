package dev.rollcall.fleet;

import java.io.Serial;

/** The job cannot be done; the message is a sentence that says what to do next. */
public final class FleetException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  FleetException(String message) {
    super(message);
  }

  FleetException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.rollcall.load;

/** A leak where there is none, or none where there is one. The message says which. */
final class LeakException extends Exception {
  private static final long serialVersionUID = 1L;

  LeakException(String message) {
    super(message);
  }
}

package dev.rollcall.junit;

import java.util.List;

/**
 * Fails a test, a class or a run for leaks or misuse. The message says what and where; the stack
 * trace is that of the first leaked resource's registration, so that an IDE leads there.
 */
public sealed class TestLeakError extends AssertionError permits RunLeakError {
  private static final long serialVersionUID = 1;

  TestLeakError(String message, List<StackTraceElement> site) {
    super(message);
    setStackTrace(site.toArray(StackTraceElement[]::new));
  }
}

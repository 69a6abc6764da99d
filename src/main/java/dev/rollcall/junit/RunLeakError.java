package dev.rollcall.junit;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;

/** Fails a run, and knows whether anybody has read it: whoever reports a failure prints it. */
final class RunLeakError extends TestLeakError {
  private static final long serialVersionUID = 1;

  private volatile boolean read;

  RunLeakError(String message, List<StackTraceElement> site) {
    super(message, site);
  }

  boolean isRead() {
    return read;
  }

  @Override
  public void printStackTrace(PrintStream out) {
    read = true;
    super.printStackTrace(out);
  }

  @Override
  public void printStackTrace(PrintWriter out) {
    read = true;
    super.printStackTrace(out);
  }
}

package dev.rollcall.attach;

import java.util.concurrent.TimeUnit;

/**
 * Ends what was begun in another JVM, also where a signal ends this tool: whoever presses Ctrl-C
 * leaves no recording behind. A JVM that does not answer then is not waited for long.
 */
final class AtExit implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final Runnable end;
  private final Thread hook = new Thread(this::endInTime, "rollcall-end");

  private AtExit(Runnable end) {
    this.end = end;
  }

  /** From now on, {@code end} is done in any case; it throws nothing. */
  static AtExit of(Runnable end) {
    AtExit atExit = new AtExit(end);
    Runtime.getRuntime().addShutdownHook(atExit.hook);
    return atExit;
  }

  private void endInTime() {
    Thread ending = new Thread(end, "rollcall-ending");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException leaveIt) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it now. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      return; // The hook does it.
    }
    end.run();
  }
}

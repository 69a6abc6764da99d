package dev.rollcall.internal.exit;

/**
 * Whether a test runner runs in this process. It fails the run by its own means, and a process that
 * ends with another status than the runner expects has its reports thrown away: so leaks change no
 * exit status here.
 */
public final class TestRunner {
  private static volatile boolean present;

  private TestRunner() {}

  /** Notes that there is one. */
  public static void note() {
    present = true;
  }

  static boolean isPresent() {
    return present;
  }
}

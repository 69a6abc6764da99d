package dev.rollcall.internal.exit;

import dev.rollcall.internal.check.Apart;

/** Whether the JVM is shutting down. The JDK tells only whoever tries to add a shutdown hook. */
final class Shutdown {
  private static final Thread PROBE = Apart.thread("rollcall-probe", () -> {});

  private Shutdown() {}

  /** Guards the probe for a moment; nothing is called under it that could wait. */
  static synchronized boolean hasBegun() {
    Runtime runtime = Runtime.getRuntime();
    try {
      runtime.addShutdownHook(PROBE);
      runtime.removeShutdownHook(PROBE);
      return false;
    } catch (IllegalStateException begun) {
      return true;
    }
  }
}

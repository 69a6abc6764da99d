package dev.rollcall.netty;

/**
 * Whether Netty's own hooks track its buffers. Apart from the detector, which older versions of
 * Netty do not let load.
 */
final class Detection {
  private static volatile boolean on;

  private Detection() {}

  static void begin() {
    on = true;
  }

  static boolean isOn() {
    return on;
  }
}

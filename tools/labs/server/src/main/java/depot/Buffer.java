package depot;

import dev.rollcall.RefCounted;

/** Memory that a label or an invoice is drawn into. */
final class Buffer extends RefCounted {
  private static final int BYTES = 512;

  private final byte[] bytes = new byte[BYTES];

  Buffer() {
    register();
  }

  /** Draws a text. */
  void draw(String text) {
    for (int i = 0; i < text.length() && i < BYTES; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    touch("drawn");
  }

  /** What was drawn, in short. */
  int sum() {
    int sum = 0;
    for (byte each : bytes) {
      sum += each;
    }
    return sum;
  }

  @Override
  protected void destroy() {}
}

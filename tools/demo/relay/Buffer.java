package relay;

import dev.rollcall.RefCounted;

/** A message in memory, counted because several clients may be sent the same one. */
final class Buffer extends RefCounted {
  private byte[] bytes;

  Buffer(byte[] bytes) {
    this.bytes = bytes;
    register();
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  protected void destroy() {
    bytes = new byte[0];
  }
}

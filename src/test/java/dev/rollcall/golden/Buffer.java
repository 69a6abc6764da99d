package dev.rollcall.golden;

import dev.rollcall.RefCounted;

/** A counted resource of the recorded program. */
final class Buffer extends RefCounted {
  Buffer() {
    register();
  }

  /** A buffer that another resource is to release. */
  Buffer(Object owner) {
    register(owner);
  }

  @Override
  protected void destroy() {
    // It holds nothing.
  }
}

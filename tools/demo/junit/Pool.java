package relay;

import dev.rollcall.RefCounted;

/** Lends buffers, which must come back. */
final class Pool {
  private Pool() {}

  /** What the pool lends. */
  static final class Buffer extends RefCounted {
    Buffer() {
      register();
    }

    @Override
    protected void destroy() {}
  }

  static Buffer lend() {
    return new Buffer();
  }
}

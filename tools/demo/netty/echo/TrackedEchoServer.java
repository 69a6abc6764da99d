package echo;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.PooledByteBufAllocator;

/** The same server on an allocator whose buffers are registered. */
public final class TrackedEchoServer {
  private TrackedEchoServer() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    EchoServer.run(TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT));
  }
}

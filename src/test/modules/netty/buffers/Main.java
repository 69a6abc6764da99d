package buffers;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;

/** Leaks one of two buffers. */
public final class Main {
  private Main() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    var allocator = TrackedAllocator.wrap(UnpooledByteBufAllocator.DEFAULT);
    ByteBuf released = allocator.heapBuffer(16);
    ByteBuf forgotten = allocator.heapBuffer(16);
    released.writeBytes(forgotten);
    released.release();
  }
}

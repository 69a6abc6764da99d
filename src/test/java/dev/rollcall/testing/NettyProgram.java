package dev.rollcall.testing;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.HashedWheelTimer;
import io.netty.util.IllegalReferenceCountException;
import io.netty.util.LeakPresenceDetector;
import java.util.ArrayList;
import java.util.List;

/** Uses Netty's buffers, and leaks a known number of them. */
public final class NettyProgram {
  /** As Netty's own constants are made. */
  static final ByteBuf CONSTANT =
      LeakPresenceDetector.staticInitializer(() -> Unpooled.directBuffer(2).writeShort(1));

  private static final List<Object> KEPT = new ArrayList<>();

  private NettyProgram() {}

  private static void use(ByteBufAllocator allocator) {
    ByteBuf healthy = allocator.directBuffer();
    healthy.retain().touch("kept for later").writeLong(7).release();
    ByteBuf slice = healthy.readRetainedSlice(4);
    healthy.release();
    slice.duplicate().release();

    ByteBuf leaked = allocator.directBuffer();
    leaked.retainedSlice().release();
    KEPT.add(leaked);
  }

  @SuppressWarnings("ReferenceEquality") // an allocator has no other
  private static boolean wraps(ByteBufAllocator allocator) {
    return TrackedAllocator.wrap(allocator) != allocator;
  }

  /** Leaks three direct buffers, a composite one and a timer. */
  public static void main(String[] args) {
    use(PooledByteBufAllocator.DEFAULT);
    use(new AdaptiveByteBufAllocator());
    use(Unpooled.buffer().alloc());
    KEPT.add(PooledByteBufAllocator.DEFAULT.compositeBuffer());
    KEPT.add(new HashedWheelTimer());
    ByteBuf twice = PooledByteBufAllocator.DEFAULT.directBuffer();
    twice.release();
    try {
      twice.release();
    } catch (IllegalReferenceCountException expected) {
      System.out.println("refused");
    }
    System.out.println("wraps what is tracked: " + wraps(PooledByteBufAllocator.DEFAULT));
    System.out.println(CONSTANT.refCnt() + " " + KEPT.size());
  }
}

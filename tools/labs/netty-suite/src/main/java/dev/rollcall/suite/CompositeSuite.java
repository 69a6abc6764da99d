package dev.rollcall.suite;

import io.netty.buffer.AbstractCompositeByteBufTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import java.nio.ByteOrder;

/** Netty's tests of composite buffers, on one that the subject has made of buffers of its own. */
public class CompositeSuite extends AbstractCompositeByteBufTest {
  public CompositeSuite() {
    super(ByteOrder.BIG_ENDIAN);
  }

  protected CompositeByteBuf newCompositeBuffer() {
    return Subject.current().allocator(true).compositeBuffer();
  }

  @Override
  protected ByteBuf newBuffer(int capacity, int maxCapacity) {
    ByteBufAllocator allocator = Subject.current().allocator(Subject.current().direct());
    // Two at least: Netty's threads share the one buffer of a composite that has one component.
    int length = Math.max(1, Math.min(100, capacity / 2));
    CompositeByteBuf composite = allocator.compositeBuffer(Math.max(2, 1 + capacity / length));
    for (int made = 0; made < capacity; made += length) {
      int rest = Math.min(length, capacity - made);
      composite.addComponent(allocator.buffer(rest).writerIndex(rest));
    }
    composite.writerIndex(0);
    return composite;
  }
}

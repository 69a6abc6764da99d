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
    CompositeByteBuf composite = allocator.compositeBuffer(Math.max(2, 1 + capacity / 100));
    for (int made = 0; made < capacity; made += 100) {
      int length = Math.min(100, capacity - made);
      composite.addComponent(allocator.buffer(length).writerIndex(length));
    }
    composite.writerIndex(0);
    return composite;
  }
}

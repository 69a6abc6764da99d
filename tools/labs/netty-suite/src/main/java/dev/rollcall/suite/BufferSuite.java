package dev.rollcall.suite;

import io.netty.buffer.AbstractByteBufTest;
import io.netty.buffer.ByteBuf;

/** Netty's tests of any buffer, on the subject's. */
public class BufferSuite extends AbstractByteBufTest {
  @Override
  protected ByteBuf newBuffer(int capacity, int maxCapacity) {
    return Subject.current().buffer(capacity, maxCapacity);
  }
}

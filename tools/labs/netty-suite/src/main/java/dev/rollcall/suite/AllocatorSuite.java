package dev.rollcall.suite;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorTest;

/** Netty's tests of any allocator, on the subject's. Not all of Netty's versions ask the same. */
public class AllocatorSuite extends ByteBufAllocatorTest {
  protected ByteBufAllocator newAllocator(boolean preferDirect) {
    return Subject.current().allocator(preferDirect);
  }

  protected int defaultMaxCapacity() {
    return Integer.MAX_VALUE;
  }

  protected int defaultMaxComponents() {
    return 16;
  }

  protected boolean isDirectExpected(boolean preferDirect) {
    return preferDirect;
  }
}

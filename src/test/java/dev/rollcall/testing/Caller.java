package dev.rollcall.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Outside of the adapters' packages, whose frames are no part of a site. */
public final class Caller {
  private Caller() {}

  /** Allocates a buffer. */
  public static ByteBuf allocate(ByteBufAllocator allocator) {
    return allocator.buffer();
  }
}

package dev.rollcall.netty;

import dev.rollcall.internal.ActiveChecker;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;

/** Around an allocator that tells how much it has allocated. */
final class MeteredAllocator extends TrackedAllocator implements ByteBufAllocatorMetricProvider {
  MeteredAllocator(ByteBufAllocator allocator, ActiveChecker checker) {
    super(allocator, checker);
  }

  @Override
  public ByteBufAllocatorMetric metric() {
    return ((ByteBufAllocatorMetricProvider) wrapped()).metric();
  }
}

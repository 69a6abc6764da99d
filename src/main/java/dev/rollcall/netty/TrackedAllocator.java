package dev.rollcall.netty;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.EmptyByteBuf;

/**
 * An allocator whose buffers are registered from allocation to deallocation. The memory, and what a
 * buffer does with it, are those of the allocator that it wraps; composite buffers are Netty's own,
 * made of such memory.
 *
 * <p>Retain, release and touch of a buffer are steps of its life, and so are those of its slices
 * and duplicates. Copies are registered on their own. Empty buffers are constants of Netty's and
 * are not registered. The type of a buffer is {@link ByteBuf} or {@link CompositeByteBuf},
 * whichever class implements it.
 *
 * <p>For one bootstrap: {@code bootstrap.childOption(ChannelOption.ALLOCATOR,
 * TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT))}. Safe for use by several threads, as the
 * wrapped allocator is.
 */
@SuppressWarnings("exports")
public class TrackedAllocator implements ByteBufAllocator {
  private static final int DEFAULT_MAX_COMPONENTS = 16;

  private final ByteBufAllocator allocator;
  private final ActiveChecker checker;
  private final boolean directByDefault;
  private final ByteBuf empty = new EmptyByteBuf(this);

  TrackedAllocator(ByteBufAllocator allocator, ActiveChecker checker) {
    this.allocator = allocator;
    this.checker = checker;
    ByteBuf probe = allocator.buffer(1, 1);
    this.directByDefault = probe.isDirect();
    probe.release();
  }

  /**
   * Wraps an allocator for the global checker; returns it as it is where that is off, or where
   * {@link RollcallLeakDetector} tracks its buffers already.
   *
   * @throws IllegalArgumentException if a {@code rollcall.*} property is unknown or unusable
   */
  public static ByteBufAllocator wrap(ByteBufAllocator allocator) {
    return wrap(allocator, LeakChecker.global());
  }

  /**
   * Wraps an allocator for one checker; returns it as it is where that is off, where it is wrapped
   * for that checker already, or where {@link RollcallLeakDetector} tracks its buffers for that
   * checker.
   */
  public static ByteBufAllocator wrap(ByteBufAllocator allocator, LeakChecker checker) {
    if (!(checker instanceof ActiveChecker active)) {
      return allocator;
    }
    if (allocator instanceof TrackedAllocator tracked && tracked.checker == active) {
      return allocator;
    }
    TrackedAllocator tracked =
        allocator instanceof ByteBufAllocatorMetricProvider
            ? new MeteredAllocator(allocator, active)
            : new TrackedAllocator(allocator, active);
    // Asked last: Netty makes its detector with its first buffer, at the latest that of the probe.
    return Detection.isOn() && active == LeakChecker.global() ? allocator : tracked;
  }

  ActiveChecker checker() {
    return checker;
  }

  ByteBufAllocator wrapped() {
    return allocator;
  }

  /** Registers a buffer that was just allocated; the result is to be used in its place. */
  final ByteBuf track(ByteBuf buf) {
    return buf instanceof EmptyByteBuf
        ? empty
        : new TrackedByteBuf(
            buf, this, BufferReference.register(checker, ByteBuf.class, buf.capacity()));
  }

  private CompositeByteBuf composite(boolean direct, int maxNumComponents) {
    return new TrackedCompositeByteBuf(this, direct, maxNumComponents);
  }

  @Override
  public final ByteBuf buffer() {
    return track(allocator.buffer());
  }

  @Override
  public final ByteBuf buffer(int initialCapacity) {
    return track(allocator.buffer(initialCapacity));
  }

  @Override
  public final ByteBuf buffer(int initialCapacity, int maxCapacity) {
    return track(allocator.buffer(initialCapacity, maxCapacity));
  }

  @Override
  public final ByteBuf ioBuffer() {
    return track(allocator.ioBuffer());
  }

  @Override
  public final ByteBuf ioBuffer(int initialCapacity) {
    return track(allocator.ioBuffer(initialCapacity));
  }

  @Override
  public final ByteBuf ioBuffer(int initialCapacity, int maxCapacity) {
    return track(allocator.ioBuffer(initialCapacity, maxCapacity));
  }

  @Override
  public final ByteBuf heapBuffer() {
    return track(allocator.heapBuffer());
  }

  @Override
  public final ByteBuf heapBuffer(int initialCapacity) {
    return track(allocator.heapBuffer(initialCapacity));
  }

  @Override
  public final ByteBuf heapBuffer(int initialCapacity, int maxCapacity) {
    return track(allocator.heapBuffer(initialCapacity, maxCapacity));
  }

  @Override
  public final ByteBuf directBuffer() {
    return track(allocator.directBuffer());
  }

  @Override
  public final ByteBuf directBuffer(int initialCapacity) {
    return track(allocator.directBuffer(initialCapacity));
  }

  @Override
  public final ByteBuf directBuffer(int initialCapacity, int maxCapacity) {
    return track(allocator.directBuffer(initialCapacity, maxCapacity));
  }

  @Override
  public final CompositeByteBuf compositeBuffer() {
    return compositeBuffer(DEFAULT_MAX_COMPONENTS);
  }

  @Override
  public final CompositeByteBuf compositeBuffer(int maxNumComponents) {
    return composite(directByDefault, maxNumComponents);
  }

  @Override
  public final CompositeByteBuf compositeHeapBuffer() {
    return compositeHeapBuffer(DEFAULT_MAX_COMPONENTS);
  }

  @Override
  public final CompositeByteBuf compositeHeapBuffer(int maxNumComponents) {
    return composite(false, maxNumComponents);
  }

  @Override
  public final CompositeByteBuf compositeDirectBuffer() {
    return compositeDirectBuffer(DEFAULT_MAX_COMPONENTS);
  }

  @Override
  public final CompositeByteBuf compositeDirectBuffer(int maxNumComponents) {
    return composite(true, maxNumComponents);
  }

  @Override
  public final boolean isDirectBufferPooled() {
    return allocator.isDirectBufferPooled();
  }

  @Override
  public final int calculateNewCapacity(int minNewCapacity, int maxCapacity) {
    return allocator.calculateNewCapacity(minNewCapacity, maxCapacity);
  }
}

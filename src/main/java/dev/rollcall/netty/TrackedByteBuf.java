package dev.rollcall.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.IllegalReferenceCountException;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A buffer, or a view of one, whose references are counted by Rollcall, too. Views share the
 * reference of the buffer that they are of; copies are buffers of their own.
 */
@SuppressWarnings("deprecation") // order(ByteOrder) has to be forwarded all the same
final class TrackedByteBuf extends ForwardingByteBuf {
  private final TrackedAllocator allocator;
  final BufferReference reference;

  /** The buffer that this is a view of; null if it is no view. */
  private final @Nullable TrackedByteBuf parent;

  /** A buffer that was just allocated and registered. */
  TrackedByteBuf(ByteBuf buf, TrackedAllocator allocator, BufferReference reference) {
    this(buf, allocator, reference, null);
  }

  private TrackedByteBuf(
      ByteBuf buf,
      TrackedAllocator allocator,
      BufferReference reference,
      @Nullable TrackedByteBuf parent) {
    super(buf);
    this.allocator = allocator;
    this.reference = reference;
    this.parent = parent;
  }

  @SuppressWarnings("ReferenceEquality") // equals compares contents
  private ByteBuf view(ByteBuf view) {
    return view == buf ? this : new TrackedByteBuf(view, allocator, reference, this);
  }

  /** A view that comes with a reference of its own. */
  private ByteBuf retainedView(ByteBuf view) {
    reference.retain(null);
    return view(view);
  }

  @Override
  ByteBuf used() {
    reference.use();
    return buf;
  }

  @Override
  public ByteBufAllocator alloc() {
    return allocator;
  }

  @Override
  public @Nullable ByteBuf unwrap() {
    return parent;
  }

  @Override
  public ByteBuf order(ByteOrder endianness) {
    return view(used().order(endianness));
  }

  @Override
  public ByteBuf asReadOnly() {
    return view(used().asReadOnly());
  }

  @Override
  public ByteBuf slice() {
    return view(used().slice());
  }

  @Override
  public ByteBuf slice(int index, int length) {
    return view(used().slice(index, length));
  }

  @Override
  public ByteBuf readSlice(int length) {
    return view(used().readSlice(length));
  }

  @Override
  public ByteBuf duplicate() {
    return view(used().duplicate());
  }

  @Override
  public ByteBuf retainedSlice() {
    return retainedView(buf.retainedSlice());
  }

  @Override
  public ByteBuf retainedSlice(int index, int length) {
    return retainedView(buf.retainedSlice(index, length));
  }

  @Override
  public ByteBuf readRetainedSlice(int length) {
    return retainedView(buf.readRetainedSlice(length));
  }

  @Override
  public ByteBuf retainedDuplicate() {
    return retainedView(buf.retainedDuplicate());
  }

  @Override
  public ByteBuf copy() {
    return allocator.track(used().copy());
  }

  @Override
  public ByteBuf copy(int index, int length) {
    return allocator.track(used().copy(index, length));
  }

  @Override
  public ByteBuf readBytes(int length) {
    return allocator.track(used().readBytes(length));
  }

  /** 0 for good once the memory is free, also where the buffer object is in use again. */
  @Override
  public int refCnt() {
    return reference.refCount() == 0 ? 0 : super.refCnt();
  }

  private void retainBuffer(int increment) {
    reference.checkAccessible(increment);
    try {
      buf.retain(increment);
    } catch (IllegalReferenceCountException e) {
      throw reference.refused(increment, e);
    }
  }

  private boolean releaseBuffer(int decrement) {
    reference.checkAccessible(-decrement);
    try {
      return buf.release(decrement);
    } catch (IllegalReferenceCountException e) {
      throw reference.refused(-decrement, e);
    }
  }

  @Override
  public ByteBuf retain() {
    retainBuffer(1);
    reference.beforeStep();
    reference.retain(null);
    return this;
  }

  @Override
  public ByteBuf retain(int increment) {
    retainBuffer(increment);
    reference.retain(increment);
    return this;
  }

  @Override
  public boolean release() {
    boolean freed = releaseBuffer(1);
    reference.beforeStep();
    reference.release(null);
    return freed;
  }

  @Override
  public boolean release(int decrement) {
    boolean freed = releaseBuffer(decrement);
    reference.release(decrement);
    return freed;
  }

  @Override
  public ByteBuf touch() {
    buf.touch();
    reference.touched(BufferReference.TOUCHED);
    return this;
  }

  @Override
  public ByteBuf touch(Object hint) {
    buf.touch(hint);
    reference.touched(hint);
    return this;
  }
}

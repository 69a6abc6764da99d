package dev.rollcall.netty;

import io.netty.buffer.CompositeByteBuf;
import io.netty.util.IllegalReferenceCountException;

/**
 * A composite buffer whose references are counted by Rollcall, too. A buffer of its own rather than
 * a view of one, since Netty asks for the class; its views count on it by themselves.
 */
final class TrackedCompositeByteBuf extends OwningCompositeByteBuf {
  TrackedCompositeByteBuf(TrackedAllocator allocator, boolean direct, int maxNumComponents) {
    super(allocator, allocator.checker(), direct, maxNumComponents);
  }

  private void retainBuffer(int increment) {
    try {
      super.retain(increment);
    } catch (IllegalReferenceCountException e) {
      throw reference.refused(increment, e);
    }
  }

  private boolean releaseBuffer(int decrement) {
    boolean freed;
    try {
      freed = super.release(decrement);
    } catch (IllegalReferenceCountException e) {
      throw reference.refused(-decrement, e);
    }
    if (freed) {
      components().end();
    }
    return freed;
  }

  @Override
  public CompositeByteBuf retain() {
    retainBuffer(1);
    reference.beforeStep();
    reference.retain(null);
    return this;
  }

  @Override
  public CompositeByteBuf retain(int increment) {
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
  public CompositeByteBuf touch() {
    reference.touched(BufferReference.TOUCHED);
    return this;
  }

  @Override
  public CompositeByteBuf touch(Object hint) {
    reference.touched(hint);
    return this;
  }
}

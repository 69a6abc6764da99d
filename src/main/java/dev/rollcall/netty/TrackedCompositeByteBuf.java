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

  @Override
  public CompositeByteBuf retain() {
    return retain(1);
  }

  @Override
  public CompositeByteBuf retain(int increment) {
    try {
      super.retain(increment);
    } catch (IllegalReferenceCountException e) {
      throw reference.refused(increment, e);
    }
    reference.retain(increment);
    return this;
  }

  @Override
  public boolean release() {
    return release(1);
  }

  @Override
  public boolean release(int decrement) {
    boolean freed;
    try {
      freed = super.release(decrement);
    } catch (IllegalReferenceCountException e) {
      throw reference.refused(-decrement, e);
    }
    if (freed) {
      components().end();
    }
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

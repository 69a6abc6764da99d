package dev.rollcall.netty;

import dev.rollcall.internal.ActiveChecker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite buffer to which belongs what is added to it, and what it allocates to hold more or to
 * put several components into one.
 */
abstract class OwningCompositeByteBuf extends CompositeByteBuf {
  final BufferReference reference;
  private final Components components;

  /** How many components there were after the last addition. */
  private int count;

  OwningCompositeByteBuf(
      ByteBufAllocator allocator, ActiveChecker checker, boolean direct, int maxNumComponents) {
    super(allocator, direct, maxNumComponents);
    reference = BufferReference.register(checker, CompositeByteBuf.class, 0);
    components = new Components(checker, reference);
  }

  final Components components() {
    return components;
  }

  /** What is registered in place of buffers; asked for before adding them, which may free them. */
  private static List<BufferReference> of(Iterable<ByteBuf> buffers) {
    List<BufferReference> references = new ArrayList<>();
    for (ByteBuf buf : buffers) {
      BufferReference reference = BufferReference.of(buf);
      if (reference != null) {
        references.add(reference);
      }
    }
    return references;
  }

  private CompositeByteBuf added(List<BufferReference> references) {
    references.forEach(components::add);
    return added();
  }

  private CompositeByteBuf added(@Nullable BufferReference reference) {
    components.add(reference);
    return added();
  }

  private CompositeByteBuf added() {
    if (numComponents() < count) { // too many: Netty has put them into one
      components.add(BufferReference.of(internalComponent(0)));
    }
    count = numComponents();
    return this;
  }

  @Override
  public CompositeByteBuf addComponent(ByteBuf buffer) {
    BufferReference reference = BufferReference.of(buffer);
    super.addComponent(buffer);
    return added(reference);
  }

  @Override
  public CompositeByteBuf addComponent(int cIndex, ByteBuf buffer) {
    BufferReference reference = BufferReference.of(buffer);
    super.addComponent(cIndex, buffer);
    return added(reference);
  }

  @Override
  public CompositeByteBuf addComponent(boolean increaseWriterIndex, ByteBuf buffer) {
    BufferReference reference = BufferReference.of(buffer);
    super.addComponent(increaseWriterIndex, buffer);
    return added(reference);
  }

  @Override
  public CompositeByteBuf addComponent(boolean increaseWriterIndex, int cIndex, ByteBuf buffer) {
    BufferReference reference = BufferReference.of(buffer);
    super.addComponent(increaseWriterIndex, cIndex, buffer);
    return added(reference);
  }

  @Override
  public CompositeByteBuf addComponents(ByteBuf... buffers) {
    List<BufferReference> references = of(Arrays.asList(buffers));
    super.addComponents(buffers);
    return added(references);
  }

  @Override
  public CompositeByteBuf addComponents(int cIndex, ByteBuf... buffers) {
    List<BufferReference> references = of(Arrays.asList(buffers));
    super.addComponents(cIndex, buffers);
    return added(references);
  }

  @Override
  public CompositeByteBuf addComponents(boolean increaseWriterIndex, ByteBuf... buffers) {
    List<BufferReference> references = of(Arrays.asList(buffers));
    super.addComponents(increaseWriterIndex, buffers);
    return added(references);
  }

  /** An iterable can be one that is gone through once only. */
  private static Iterable<ByteBuf> repeatable(Iterable<ByteBuf> buffers) {
    if (buffers instanceof ByteBuf || buffers instanceof List) {
      return buffers;
    }
    List<ByteBuf> list = new ArrayList<>();
    buffers.forEach(list::add);
    return list;
  }

  private static List<BufferReference> ofEach(Iterable<ByteBuf> buffers) {
    return buffers instanceof ByteBuf buf ? of(List.of(buf)) : of(buffers);
  }

  @Override
  public CompositeByteBuf addComponents(Iterable<ByteBuf> buffers) {
    Iterable<ByteBuf> all = repeatable(buffers);
    List<BufferReference> references = ofEach(all);
    super.addComponents(all);
    return added(references);
  }

  @Override
  public CompositeByteBuf addComponents(int cIndex, Iterable<ByteBuf> buffers) {
    Iterable<ByteBuf> all = repeatable(buffers);
    List<BufferReference> references = ofEach(all);
    super.addComponents(cIndex, all);
    return added(references);
  }

  @Override
  public CompositeByteBuf addComponents(boolean increaseWriterIndex, Iterable<ByteBuf> buffers) {
    Iterable<ByteBuf> all = repeatable(buffers);
    List<BufferReference> references = ofEach(all);
    super.addComponents(increaseWriterIndex, all);
    return added(references);
  }

  /** Takes the components of a composite rather than the composite. */
  @Override
  public CompositeByteBuf addFlattenedComponents(boolean increaseWriterIndex, ByteBuf buffer) {
    List<Object> inner =
        buffer instanceof OwningCompositeByteBuf other ? other.components.all() : List.of();
    BufferReference reference = BufferReference.of(buffer);
    super.addFlattenedComponents(increaseWriterIndex, buffer);
    inner.forEach(components::add);
    return added(reference);
  }

  @Override
  public CompositeByteBuf capacity(int newCapacity) {
    super.capacity(newCapacity);
    if (numComponents() > 0) {
      components.add(BufferReference.of(internalComponent(numComponents() - 1)));
    }
    return added();
  }

  @Override
  public CompositeByteBuf consolidate() {
    super.consolidate();
    return added();
  }

  @Override
  public CompositeByteBuf consolidate(int cIndex, int numComponents) {
    super.consolidate(cIndex, numComponents);
    if (numComponents > 1) {
      components.add(BufferReference.of(internalComponent(cIndex)));
    }
    return added();
  }
}

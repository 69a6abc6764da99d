package dev.rollcall.suite;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What Netty's tests are run on: an allocator, what is made of its buffers, and whether Rollcall
 * tracks it. One at a time, for JUnit makes the tests' instances.
 */
record Subject(Kind kind, boolean direct, View view, boolean tracked) {
  /** Netty's allocators. */
  enum Kind {
    POOLED,
    UNPOOLED,
    ADAPTIVE;

    ByteBufAllocator allocator(boolean preferDirect) {
      return switch (this) {
        case POOLED -> new PooledByteBufAllocator(preferDirect);
        case UNPOOLED -> new UnpooledByteBufAllocator(preferDirect);
        case ADAPTIVE -> adaptive(preferDirect);
      };
    }

    /** By name: Netty has it from 4.1.75 on. */
    private static ByteBufAllocator adaptive(boolean preferDirect) {
      try {
        return (ByteBufAllocator)
            Class.forName("io.netty.buffer.AdaptiveByteBufAllocator")
                .getConstructor(boolean.class)
                .newInstance(preferDirect);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this Netty has no adaptive allocator", e);
      }
    }

    boolean isThere() {
      try {
        return this != ADAPTIVE || allocator(false) != null;
      } catch (IllegalStateException absent) {
        return false;
      }
    }
  }

  /** What the tested buffer is of an allocated one. */
  enum View {
    WHOLE(buf -> buf),
    SLICE(buf -> buf.slice(MARGIN, buf.capacity() - 2 * MARGIN).writerIndex(0)),
    DUPLICATE(ByteBuf::duplicate),
    RETAINED_SLICE(
        buf -> {
          ByteBuf slice = buf.retainedSlice(MARGIN, buf.capacity() - 2 * MARGIN);
          buf.release();
          return slice.writerIndex(0);
        }),
    RETAINED_DUPLICATE(
        buf -> {
          ByteBuf duplicate = buf.retainedDuplicate();
          buf.release();
          return duplicate;
        }),
    LITTLE_ENDIAN(View::swapped);

    private final UnaryOperator<ByteBuf> derive;

    View(UnaryOperator<ByteBuf> derive) {
      this.derive = derive;
    }

    @SuppressWarnings("deprecation")
    private static ByteBuf swapped(ByteBuf buf) {
      return buf.order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean isSlice() {
      return this == SLICE || this == RETAINED_SLICE;
    }
  }

  private static final int MARGIN = 4;

  /** One of each for all tests: a pool reserves megabytes. */
  private static final Map<List<Object>, ByteBufAllocator> ALLOCATORS = new ConcurrentHashMap<>();

  private static Subject current = new Subject(Kind.POOLED, false, View.WHOLE, false);

  static Subject current() {
    return current;
  }

  static void test(Subject subject) {
    current = subject;
  }

  /** The same, untracked. */
  Subject plain() {
    return new Subject(kind, direct, view, false);
  }

  ByteBufAllocator allocator(boolean preferDirect) {
    ByteBufAllocator allocator =
        ALLOCATORS.computeIfAbsent(
            List.of(kind, preferDirect), key -> kind.allocator(preferDirect));
    return tracked ? TrackedAllocator.wrap(allocator) : allocator;
  }

  ByteBuf buffer(int capacity, int maxCapacity) {
    ByteBufAllocator allocator = allocator(direct);
    ByteBuf buf =
        view.isSlice()
            ? allocator.buffer(capacity + 2 * MARGIN)
            : allocator.buffer(capacity, maxCapacity);
    return view.derive.apply(buf);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT)
        + (direct ? " direct " : " heap ")
        + view.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

package dev.rollcall.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.testing.Caller;
import dev.rollcall.testing.Recorded;
import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import io.netty.util.IllegalReferenceCountException;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrackedAllocatorTest {
  private static final List<ByteBufAllocator> ALLOCATORS =
      List.of(
          PooledByteBufAllocator.DEFAULT,
          new UnpooledByteBufAllocator(true),
          new AdaptiveByteBufAllocator());

  private final LeakChecker checker = LeakChecker.builder().build();

  private ByteBufAllocator tracked(ByteBufAllocator allocator) {
    return TrackedAllocator.wrap(allocator, checker);
  }

  private ByteBufAllocator tracked() {
    return tracked(PooledByteBufAllocator.DEFAULT);
  }

  private void assertCounted(long count) {
    LeakReport report = checker.check();
    if (count == 0) {
      assertThat(report.groups()).isEmpty();
    } else {
      assertThat(report.groups()).extracting(LeakGroup::maxRefCount).containsExactly(count);
    }
  }

  private static Stream<Arguments> acrossAllocators(List<?> choices) {
    return ALLOCATORS.stream()
        .flatMap(allocator -> choices.stream().map(choice -> Arguments.of(allocator, choice)));
  }

  private static <T> Function<ByteBufAllocator, T> named(Function<ByteBufAllocator, T> function) {
    return function;
  }

  static Stream<Arguments> allocations() {
    return acrossAllocators(
        List.of(
            named(ByteBufAllocator::buffer),
            named(allocator -> allocator.buffer(7)),
            named(allocator -> allocator.buffer(7, 70)),
            named(ByteBufAllocator::ioBuffer),
            named(allocator -> allocator.ioBuffer(7)),
            named(allocator -> allocator.ioBuffer(7, 70)),
            named(ByteBufAllocator::heapBuffer),
            named(allocator -> allocator.heapBuffer(7)),
            named(allocator -> allocator.heapBuffer(7, 70)),
            named(ByteBufAllocator::directBuffer),
            named(allocator -> allocator.directBuffer(7)),
            named(allocator -> allocator.directBuffer(7, 70)),
            named(ByteBufAllocator::compositeBuffer),
            named(allocator -> allocator.compositeBuffer(3)),
            named(ByteBufAllocator::compositeHeapBuffer),
            named(allocator -> allocator.compositeHeapBuffer(3)),
            named(ByteBufAllocator::compositeDirectBuffer),
            named(allocator -> allocator.compositeDirectBuffer(3))));
  }

  @ParameterizedTest
  @MethodSource("allocations")
  void registersEachBuffer(
      ByteBufAllocator allocator, Function<ByteBufAllocator, ByteBuf> allocate) {
    ByteBuf bare = allocate.apply(allocator);
    ByteBuf buf = allocate.apply(tracked(allocator));

    LeakGroup group = checker.check().groups().get(0);
    assertThat(group.type())
        .isEqualTo(
            (buf instanceof CompositeByteBuf ? CompositeByteBuf.class : ByteBuf.class).getName());
    assertThat(group.count()).isEqualTo(1);
    assertThat(group.maxRefCount()).isEqualTo(1);
    assertThat(buf.capacity()).isEqualTo(bare.capacity());
    assertThat(buf.maxCapacity()).isEqualTo(bare.maxCapacity());
    assertThat(buf.isDirect()).isEqualTo(bare.isDirect());
    assertThat(buf.alloc()).isInstanceOf(TrackedAllocator.class);
    assertThat(buf.unwrap()).isNull();

    bare.release();
    assertThat(buf.release()).isTrue();
    assertCounted(0);
  }

  @Test
  void namesTheCallerAsTheSite() {
    ByteBuf buf = Caller.allocate(tracked());

    assertThat(checker.check().groups().get(0).site().get(0).getMethodName()).isEqualTo("allocate");
    buf.release();
  }

  @SuppressWarnings("deprecation") // order(ByteOrder) is in use all the same
  static Stream<Arguments> views() {
    return acrossAllocators(
        List.<UnaryOperator<ByteBuf>>of(
            ByteBuf::slice,
            buf -> buf.slice(1, 2),
            buf -> buf.readSlice(2),
            ByteBuf::duplicate,
            ByteBuf::asReadOnly,
            buf -> buf.order(ByteOrder.LITTLE_ENDIAN)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void countsViewsOnTheirRoot(ByteBufAllocator allocator, UnaryOperator<ByteBuf> derive) {
    ByteBuf buf = tracked(allocator).buffer(8).writeLong(1);
    ByteBuf view = derive.apply(buf);

    view.retain();
    assertCounted(2);
    view.duplicate().retain(2);
    assertCounted(4);
    assertThat(view.release(3)).isFalse();
    assertCounted(1);
    assertThat(view.unwrap()).isSameAs(buf);
    assertThat(view.release()).isTrue();
    assertCounted(0);
    assertThat(buf.refCnt()).isZero();
  }

  static Stream<Arguments> retainedViews() {
    return acrossAllocators(
        List.<UnaryOperator<ByteBuf>>of(
            ByteBuf::retainedSlice,
            buf -> buf.retainedSlice(1, 2),
            buf -> buf.readRetainedSlice(2),
            ByteBuf::retainedDuplicate));
  }

  @ParameterizedTest
  @MethodSource("retainedViews")
  void countsTheReferenceOfARetainedView(
      ByteBufAllocator allocator, UnaryOperator<ByteBuf> derive) {
    ByteBuf buf = tracked(allocator).buffer(8).writeLong(1);
    ByteBuf view = derive.apply(buf);
    ByteBuf second = view.retainedDuplicate();
    assertCounted(3);

    buf.release();
    assertCounted(2);
    assertThat(view.getByte(0)).isZero();
    view.release();
    assertCounted(1);
    second.release();
    assertCounted(0);
  }

  @ParameterizedTest
  @MethodSource("copies")
  void registersCopiesOnTheirOwn(ByteBufAllocator allocator, UnaryOperator<ByteBuf> copy) {
    ByteBuf buf = tracked(allocator).buffer(8).writeLong(1);
    ByteBuf copied = copy.apply(buf);
    assertThat(checker.check().leaked()).isEqualTo(2);

    buf.release();
    assertThat(checker.check().leaked()).isEqualTo(1);
    assertThat(copied.alloc()).isInstanceOf(TrackedAllocator.class);
    copied.release();
    assertCounted(0);
  }

  static Stream<Arguments> copies() {
    return acrossAllocators(
        List.<UnaryOperator<ByteBuf>>of(
            ByteBuf::copy, buf -> buf.copy(1, 2), buf -> buf.readBytes(3)));
  }

  @Test
  void countsTheComponentsOfACompositeThroughIt() {
    ByteBufAllocator allocator = tracked();
    CompositeByteBuf composite = allocator.compositeBuffer();
    composite.addComponent(true, allocator.buffer().writeByte(1));
    composite.addComponent(true, allocator.buffer().writeByte(2));
    assertThat(checker.check().leaked()).isEqualTo(3);

    composite.retain();
    ByteBuf slice = composite.retainedSlice(0, 1);
    assertThat(composite.release(2)).isFalse();
    assertThat(checker.check().leaked()).isEqualTo(3);
    assertThat(slice.release()).isTrue();
    assertCounted(0);
  }

  private void assertOwned(long direct, long owned) {
    LeakReport report = checker.check();
    assertThat(report.leaked() - report.indirect()).isEqualTo(direct);
    assertThat(report.indirect()).isEqualTo(owned);
  }

  static List<BiFunction<CompositeByteBuf, ByteBuf, CompositeByteBuf>> additions() {
    return List.of(
        CompositeByteBuf::addComponent,
        (composite, buf) -> composite.addComponent(0, buf),
        (composite, buf) -> composite.addComponent(true, buf),
        (composite, buf) -> composite.addComponent(true, 0, buf),
        (composite, buf) -> composite.addComponents(buf),
        (composite, buf) -> composite.addComponents(0, buf),
        (composite, buf) -> composite.addComponents(true, buf),
        (composite, buf) -> composite.addComponents(List.of(buf)),
        (composite, buf) -> composite.addComponents(0, List.of(buf)),
        (composite, buf) -> {
          Iterator<ByteBuf> once = List.of(buf).iterator();
          return composite.addComponents(true, () -> once);
        },
        (composite, buf) -> composite.addFlattenedComponents(true, buf));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void aComponentBelongsToItsComposite(
      BiFunction<CompositeByteBuf, ByteBuf, CompositeByteBuf> addition) {
    ByteBufAllocator allocator = tracked();
    ByteBuf earlier = allocator.buffer().writeByte(1);
    CompositeByteBuf composite = allocator.compositeBuffer();
    assertThat((Object) addition.apply(composite, earlier.retainedSlice())).isSameAs(composite);
    assertOwned(1, 1);

    composite.release();
    assertOwned(1, 0);
    earlier.release();
    assertCounted(0);
  }

  @Test
  void whatACompositeMakesBelongsToIt() {
    ByteBufAllocator allocator = tracked();
    CompositeByteBuf composite = allocator.compositeBuffer(2);
    composite.writeLong(1).capacity(1_000);
    assertOwned(1, composite.numComponents());
    for (int i = 0; i < 3; i++) {
      composite.addComponent(true, allocator.buffer().writeLong(1));
      assertOwned(1, composite.numComponents());
    }
    composite.addComponent(true, allocator.buffer().writeLong(1)).consolidate();
    assertOwned(1, 1);
    CompositeByteBuf outer = allocator.compositeBuffer();
    outer.addFlattenedComponents(true, composite);
    assertOwned(1, 1);
    outer.addComponent(true, allocator.compositeBuffer().writeLong(1));
    assertOwned(1, 3);
    outer.release();
    assertCounted(0);
  }

  @Test
  void aCompositeThatIsReadAndRefilledKeepsNothing() {
    ByteBufAllocator allocator = tracked();
    CompositeByteBuf composite = allocator.compositeBuffer();
    for (int i = 0; i < 1_000; i++) {
      composite.addComponent(true, allocator.buffer().writeLong(1));
      composite.readLong();
      composite.discardReadComponents();
    }

    assertThat(((OwningCompositeByteBuf) composite).components().all()).hasSizeLessThan(100);
    composite.release();
    assertCounted(0);
  }

  @Test
  void aBufferWhoseSlicesAreAddedAgainAndAgainIsKeptOnce() {
    ByteBufAllocator allocator = tracked();
    ByteBuf template = allocator.buffer().writeLong(1);
    CompositeByteBuf composite = allocator.compositeBuffer();
    for (int i = 0; i < 1_000; i++) {
      composite.addComponent(true, template.retainedSlice());
      composite.readLong();
      composite.discardReadComponents();
    }

    assertThat(((OwningCompositeByteBuf) composite).components().all()).hasSize(1);
    composite.release();
    template.release();
    assertCounted(0);
  }

  @Test
  void leavesEmptyBuffersAlone() {
    ByteBuf empty = tracked().buffer(0, 0);

    assertThat(empty.alloc()).isInstanceOf(TrackedAllocator.class);
    assertThat(empty.readBytes(0).isReadable()).isFalse();
    assertCounted(0);
  }

  @Test
  void refusesWhatTheBufferRefusesAndCountsIt() {
    ByteBuf buf = tracked().buffer();
    ByteBuf slice = buf.retainedSlice();
    slice.release();
    assertThatThrownBy(slice::release).isInstanceOf(IllegalReferenceCountException.class);
    assertCounted(1);

    buf.release();
    assertThatThrownBy(buf::release).isInstanceOf(IllegalReferenceCountException.class);
    assertThatThrownBy(buf::retain).isInstanceOf(IllegalReferenceCountException.class);
    assertThat(checker.check().misuses()).isEqualTo(3);
    assertCounted(0);
  }

  /** Has one buffer object, and gives it out whether or not it is in use. */
  private static final class OneBuffer extends AbstractByteBufAllocator {
    private static final class Reused extends UnpooledHeapByteBuf {
      Reused(ByteBufAllocator allocator) {
        super(allocator, 8, 8);
      }

      ByteBuf again() {
        setRefCnt(1);
        return this;
      }

      @Override
      protected void deallocate() {}
    }

    private final Reused reused = new Reused(this);

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
      return reused.again();
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
      return reused.again();
    }

    @Override
    public boolean isDirectBufferPooled() {
      return true;
    }
  }

  /** A buffer object that the pool has given to somebody else is not theirs any more. */
  @Test
  void refusesToReleaseABufferThatIsInUseAgain() {
    ByteBufAllocator allocator = tracked(new OneBuffer());
    ByteBuf stale = allocator.buffer();
    stale.release();
    ByteBuf fresh = allocator.buffer();

    assertThatThrownBy(stale::release).isInstanceOf(IllegalReferenceCountException.class);

    assertThat(stale.refCnt()).isZero();
    assertThat(fresh.refCnt()).isEqualTo(1);
    fresh.release();
  }

  @Test
  void refusesTheSameOfComposites() {
    CompositeByteBuf composite = tracked().compositeBuffer();
    composite.release();

    assertThatThrownBy(composite::release).isInstanceOf(IllegalReferenceCountException.class);
    assertThatThrownBy(composite::retain).isInstanceOf(IllegalReferenceCountException.class);
    assertThat(checker.check().misuses()).isEqualTo(2);
  }

  @Test
  void isComparedByContent() {
    ByteBuf buf = tracked().buffer().writeInt(5);
    ByteBuf same = Unpooled.copyInt(5);

    assertThat(buf).isEqualTo(same).hasSameHashCodeAs(same).isEqualByComparingTo(same);
    assertThat(same).isEqualTo(buf);
    buf.release();
  }

  @Test
  void tellsWhatTheWrappedAllocatorTells() {
    ByteBufAllocator allocator = tracked();

    assertThat(((ByteBufAllocatorMetricProvider) allocator).metric())
        .isSameAs(PooledByteBufAllocator.DEFAULT.metric());
    assertThat(allocator.isDirectBufferPooled()).isTrue();
    assertThat(allocator.calculateNewCapacity(65, 100)).isEqualTo(100);
  }

  @Test
  void wrapsOnceAndNotAtAllWhereTheCheckerIsOff() {
    ByteBufAllocator once = tracked();

    assertThat(tracked(once)).isSameAs(once);
    LeakChecker off = LeakChecker.builder().mode(LeakMode.OFF).build();
    assertThat(TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT, off))
        .isSameAs(PooledByteBufAllocator.DEFAULT);
  }

  static Stream<ByteBufAllocator> allocators() {
    return ALLOCATORS.stream();
  }

  @ParameterizedTest
  @MethodSource("allocators")
  void aBufferIsRegisteredWithItsCapacityAtAllocation(ByteBufAllocator allocator) throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              ByteBuf grown = tracked(allocator).directBuffer(1_000);
              grown.capacity(5_000);
              ByteBuf heap = tracked(allocator).heapBuffer(300);
              ByteBuf copy = grown.writeZero(20).copy();
              CompositeByteBuf composite = tracked(allocator).compositeBuffer();
              composite.addComponent(true, heap);
              composite.release();
              copy.release();
              grown.release();
            });

    assertThat(recorded.all("rollcall.Register", checker.check().checkerId()))
        .extracting(event -> event.getLong("bytes"))
        .startsWith(1_000L, 300L)
        .endsWith(0L)
        .hasSize(4)
        .allMatch(bytes -> bytes < 5_000);
    assertCounted(0);
  }
}

package dev.rollcall.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.testing.Recorded;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/**
 * What a step of a buffer costs beside its event. A recorded stack is as dear as it is deep, and
 * where only some lives are followed most steps belong to one that is not.
 */
class StepCostTest {
  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();
  private final ByteBufAllocator allocator =
      TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT, checker);

  /** How many frames of ours are inside of the one that called the allocator, or the buffer. */
  private static long ownFrames(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getType().getName())
        .takeWhile(name -> !name.startsWith(StepCostTest.class.getName()))
        .count();
  }

  private static RecordedEvent only(Recorded recorded, String kind) {
    assertThat(recorded.all("rollcall." + kind)).hasSize(1);
    return recorded.all("rollcall." + kind).get(0);
  }

  @Test
  void hasFewFramesOfOursInItsStack() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              ByteBuf buf = allocator.directBuffer(8);
              buf.retain();
              buf.release();
              buf.release();
            });

    assertThat(ownFrames(only(recorded, "Register"))).isLessThanOrEqualTo(6);
    assertThat(ownFrames(only(recorded, "Retain"))).isLessThanOrEqualTo(6);
    assertThat(ownFrames(only(recorded, "Release"))).isLessThanOrEqualTo(6);
    assertThat(ownFrames(only(recorded, "Unregister"))).isLessThanOrEqualTo(6);
  }

  @Test
  void hasFewFramesOfOursInThatOfAComposite() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              ByteBuf buf = allocator.compositeBuffer();
              buf.retain();
              buf.release();
              buf.release();
            });

    assertThat(ownFrames(only(recorded, "Retain"))).isLessThanOrEqualTo(6);
    assertThat(ownFrames(only(recorded, "Release"))).isLessThanOrEqualTo(6);
    assertThat(ownFrames(only(recorded, "Unregister"))).isLessThanOrEqualTo(6);
  }

  @Test
  void hasNoEventWhereTheLifeIsNotFollowed() throws Exception {
    Recorded recorded =
        Recorded.during(
            recording -> recording.enable("rollcall.Register").with("lives", "1/s"),
            () -> {
              ByteBuf first = allocator.buffer(8);
              ByteBuf second = allocator.buffer(8);
              first.retain().release();
              second.retain().release();
              first.release();
              second.release();
            });

    assertThat(recorded.all("rollcall.Retain")).hasSize(1);
    assertThat(recorded.all("rollcall.Unregister")).hasSize(1);
  }
}

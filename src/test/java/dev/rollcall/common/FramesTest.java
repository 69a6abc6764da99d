package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static List<String> site(String... classes) {
    return Frames.site(
            Stream.of(classes)
                .map(name -> new StackTraceElement(name, "run", "X.java", 1))
                .toList())
        .stream()
        .map(StackTraceElement::getClassName)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.rollcall.LeakChecker",
        "dev.rollcall.RefCounted",
        "dev.rollcall.internal.ActiveChecker",
        "dev.rollcall.event.LifecycleEvents",
        "dev.rollcall.junit.X",
        "dev.rollcall.netty.X",
        "dev.rollcall.jdbc.X",
        "dev.rollcall.agent.X",
      })
  void theLeadingRunOfOwnFramesIsLeftOut(String own) {
    assertThat(site("dev.rollcall.internal.live.Trace", own, "a.B", "a.M"))
        .containsExactly("a.B", "a.M");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.rollcall.LeakCheckerTest",
        "dev.rollcall.RefCountedUser",
        "dev.rollcall.demo.Server",
        "dev.rollcall.cli.Main",
        "dev.rollcallx.internal.X",
      })
  void whatOnlySoundsLikeOursStays(String other) {
    assertThat(site(other, "a.M")).containsExactly(other, "a.M");
  }

  @Test
  void theProxyThatAnAdapterHandsOutIsLeftOut() {
    assertThat(site("dev.rollcall.jdbc.X", "jdk.proxy2.$Proxy12", "a.B", "jdk.proxy2.$Proxy12"))
        .containsExactly("a.B", "jdk.proxy2.$Proxy12");
  }

  @Test
  void ownFramesFurtherOutStay() {
    assertThat(site("dev.rollcall.RefCounted", "a.B", "dev.rollcall.RefCounted", "a.M"))
        .containsExactly("a.B", "dev.rollcall.RefCounted", "a.M");
  }

  @Test
  void thePlumbingOfVirtualThreadsIsLeftOut() {
    assertThat(
            site(
                "a.B",
                "java.lang.VirtualThread",
                "jdk.internal.vm.Continuation$1",
                "jdk.internal.vm.Continuation"))
        .containsExactly("a.B", "java.lang.VirtualThread");
  }

  private static List<String> methods(String... frames) {
    return Frames.site(
            Stream.of(frames)
                .map(
                    name ->
                        new StackTraceElement(
                            name.substring(0, name.lastIndexOf('.')),
                            name.substring(name.lastIndexOf('.') + 1),
                            "X.java",
                            1))
                .toList())
        .stream()
        .map(frame -> frame.getClassName() + '.' + frame.getMethodName())
        .toList();
  }

  @Test
  void whatTellsNettysDetectorIsLeftOut() {
    assertThat(
            methods(
                "dev.rollcall.netty.DetectedResource.register",
                "dev.rollcall.netty.RollcallLeakDetector.track",
                "io.netty.buffer.AbstractByteBufAllocator.toLeakAwareBuffer",
                "io.netty.buffer.PooledByteBufAllocator.newDirectBuffer",
                "io.netty.buffer.AbstractByteBufAllocator.directBuffer",
                "io.netty.buffer.ByteBufUtil.writeAscii",
                "a.B.run"))
        .containsExactly("io.netty.buffer.ByteBufUtil.writeAscii", "a.B.run");
    assertThat(
            methods(
                "dev.rollcall.netty.DetectedResource.record",
                "io.netty.buffer.AdvancedLeakAwareByteBuf.release",
                "io.netty.buffer.AbstractPooledDerivedByteBuf.deallocate",
                "io.netty.buffer.AbstractReferenceCountedByteBuf.release",
                "io.netty.buffer.WrappedByteBuf.release",
                "io.netty.buffer.AdvancedLeakAwareByteBuf.release",
                "a.B.run",
                "io.netty.buffer.Unpooled.run"))
        .containsExactly("a.B.run", "io.netty.buffer.Unpooled.run");
  }

  @Test
  void thatACompositeReleasesItsComponentsIsKept() {
    assertThat(
            methods(
                "dev.rollcall.netty.DetectedResource.record",
                "io.netty.buffer.AdvancedLeakAwareByteBuf.release",
                "io.netty.buffer.CompositeByteBuf$Component.free",
                "io.netty.buffer.CompositeByteBuf.deallocate",
                "io.netty.buffer.AdvancedLeakAwareCompositeByteBuf.release",
                "a.B.run"))
        .containsExactly(
            "io.netty.buffer.CompositeByteBuf$Component.free",
            "io.netty.buffer.CompositeByteBuf.deallocate",
            "io.netty.buffer.AdvancedLeakAwareCompositeByteBuf.release",
            "a.B.run");
  }

  @Test
  void whatACompositeAllocatesHasOneSite() {
    List<String> site =
        List.of(
            "io.netty.buffer.CompositeByteBuf.allocBuffer",
            "io.netty.buffer.CompositeByteBuf.addComponent",
            "a.B.run");
    assertThat(
            methods(
                "dev.rollcall.netty.DetectedResource.register",
                "io.netty.buffer.AbstractByteBufAllocator.directBuffer",
                "io.netty.buffer.CompositeByteBuf.allocBuffer",
                "io.netty.buffer.CompositeByteBuf.addComponent",
                "io.netty.buffer.WrappedCompositeByteBuf.addComponent",
                "io.netty.buffer.AdvancedLeakAwareCompositeByteBuf.addComponent",
                "a.B.run"))
        .isEqualTo(site);
    assertThat(
            methods(
                "dev.rollcall.netty.TrackedAllocator.directBuffer",
                "io.netty.buffer.CompositeByteBuf.allocBuffer",
                "io.netty.buffer.CompositeByteBuf.addComponent",
                "dev.rollcall.netty.OwningCompositeByteBuf.addComponent",
                "a.B.run"))
        .isEqualTo(site);
  }

  /** Fingerprints of what was registered otherwise stay as they were. */
  @Test
  void nettysOwnAllocationsStayWhereItsDetectorHasNoPart() {
    assertThat(
            methods(
                "dev.rollcall.netty.TrackedAllocator.directBuffer",
                "io.netty.buffer.AbstractByteBufAllocator.directBuffer",
                "io.netty.buffer.PooledDirectByteBuf.copy",
                "a.B.run"))
        .hasSize(3);
  }

  @Test
  void nothingMayBeLeft() {
    assertThat(site()).isEmpty();
    assertThat(site("dev.rollcall.RefCounted")).isEmpty();
  }
}

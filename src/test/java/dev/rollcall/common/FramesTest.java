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

  @Test
  void nothingMayBeLeft() {
    assertThat(site()).isEmpty();
    assertThat(site("dev.rollcall.RefCounted")).isEmpty();
  }
}

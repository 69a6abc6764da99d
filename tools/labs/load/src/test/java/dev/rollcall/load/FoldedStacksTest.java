package dev.rollcall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldedStacksTest {
  private static final String LOOP = "[loop tid=7];java.lang.Thread.run;io.netty.Loop.run;";
  private static final String WRAPPER = LOOP + "dev.rollcall.netty.TrackedByteBuf.release;";

  private static String ownerOf(String stack) {
    return FoldedStacks.of(List.of(stack + " 1")).byOwner().get(0).getKey();
  }

  @Test
  void whatTheJdkDoesIsItsCallers() {
    assertThat(ownerOf(LOOP + "java.util.HashMap.put")).isEqualTo("the server");
    assertThat(ownerOf(WRAPPER + "java.util.HashMap.put"))
        .isEqualTo("Rollcall's allocator and buffers");
  }

  @Test
  void theInnermostOfOurPackagesHasTheTime() {
    assertThat(ownerOf(WRAPPER + "dev.rollcall.internal.ActiveChecker.step"))
        .isEqualTo("Rollcall's map and counters");
    assertThat(
            ownerOf(
                WRAPPER
                    + "dev.rollcall.internal.ActiveChecker.step;dev.rollcall.event.LifecycleEvents"
                    + ".step;jdk.jfr.internal.EventWriter.putLong"))
        .isEqualTo("events");
    assertThat(ownerOf(WRAPPER + "io.netty.buffer.PooledByteBuf.deallocate"))
        .isEqualTo("the server");
  }

  @Test
  void stacksThatAreTakenAreCountedApart() {
    assertThat(ownerOf(WRAPPER + "java.lang.Throwable.fillInStackTrace"))
        .isEqualTo("stacks of Throwables");
    assertThat(ownerOf(WRAPPER + "dev.rollcall.event.UseEvent.commit;JfrStackTrace::record_safe"))
        .isEqualTo("stacks of events");
  }

  @Test
  void threadsOfTheJvmAreKnownByTheirNames() {
    assertThat(ownerOf("[JFR Recorder Thread tid=9];JfrRecorderService::flush"))
        .isEqualTo("JFR's own threads");
    assertThat(ownerOf("[C2 CompilerThread0 tid=3];Compile::Compile")).isEqualTo("compilers");
    assertThat(ownerOf("[G1 Service tid=4];clone")).isEqualTo("the JVM's threads");
  }

  @Test
  void samplesOfTheSameMethodAreAddedAndTheMostComeFirst() {
    FoldedStacks stacks =
        FoldedStacks.of(List.of("[a];x.A.a;x.B.b 2", "[a];x.C.c 4", "[b];x.D.d;x.B.b 3"));
    assertThat(stacks.samples()).isEqualTo(9);
    assertThat(stacks.bySelf()).containsExactly(Map.entry("x.B.b", 5L), Map.entry("x.C.c", 4L));
  }
}

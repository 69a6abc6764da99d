package dev.rollcall.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.NettyProgram;
import dev.rollcall.testing.Recorded;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The detector in a JVM of its own, for Netty makes its detector once. */
class RollcallLeakDetectorTest {
  private static final String DETECTOR =
      "-Dio.netty.customResourceLeakDetector=" + RollcallLeakDetector.class.getName();

  private static ChildJvm.Ended run(String... options) throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options(DETECTOR, "-Xlog:jfr+startup=off")
            .options(options)
            .run(NettyProgram.class);
    assertThat(ended.out()).contains("refused");
    return ended;
  }

  @Test
  void findsWhatNettyHasTracked() throws Exception {
    ChildJvm.Ended ended = run("-Drollcall.mode=fail").with(86);

    assertThat(ended.err())
        .contains("LEAK: 5 of 11 registered resources", "; 1 ignored; 1 misused.")
        .contains(
            "LEAK: 3 x io.netty.buffer.ByteBuf, oldest ", // of three allocators
            "LEAK: 1 x io.netty.buffer.CompositeByteBuf, oldest ",
            "LEAK: 1 x io.netty.util.HashedWheelTimer, oldest ",
            "dev.rollcall.testing.NettyProgram.use(NettyProgram.java:")
        .doesNotContain("Allocator.java");
    assertThat(ended.out()).contains("wraps what is tracked: false");
  }

  @Test
  void recordsReferencesAndNotes(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("netty.jfr");
    run("-Drollcall.mode=warn", "-XX:StartFlightRecording:filename=" + file).with(0);

    Recorded recorded = Recorded.read(file);
    long first =
        recorded.all("rollcall.Touch").stream()
            .mapToLong(event -> event.getLong("resourceId"))
            .min()
            .getAsLong();
    List<String> steps =
        List.of("Retain", "Release", "Touch").stream()
            .flatMap(kind -> recorded.all("rollcall." + kind).stream())
            .filter(event -> event.getLong("resourceId") == first)
            .sorted((a, b) -> Integer.compare(a.getInt("sequence"), b.getInt("sequence")))
            .map(RollcallLeakDetectorTest::step)
            .toList();
    assertThat(steps)
        .containsExactly(
            "retain to 2",
            "kept for later",
            "release to 1",
            "retain to 2", // by the slice
            "release to 1",
            "release to 0");
    // Netty's initial capacity of all buffers; the composite has no component, the timer no memory.
    assertThat(recorded.all("rollcall.Leak"))
        .extracting(leak -> leak.getClass("resourceType").getName() + " " + leak.getLong("bytes"))
        .containsExactlyInAnyOrder(
            "io.netty.buffer.ByteBuf 256",
            "io.netty.buffer.ByteBuf 256",
            "io.netty.buffer.ByteBuf 256",
            "io.netty.buffer.CompositeByteBuf 0",
            "io.netty.util.HashedWheelTimer 0");
  }

  private static String step(RecordedEvent event) {
    return switch (event.getEventType().getName()) {
      case "rollcall.Retain" -> "retain to " + event.getLong("refCount");
      case "rollcall.Release" -> "release to " + event.getLong("refCount");
      default -> event.getString("note");
    };
  }

  @Test
  void tracksNothingWhenOff() throws Exception {
    assertThat(run("-Drollcall.mode=off").with(0).err()).doesNotContain("LEAK", "rollcall");
  }
}

package dev.rollcall.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.Recorded;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording tells of a buffer that goes through a pipeline. */
class BufferHistoryTest {
  private static final List<String> STEPS =
      List.of("Register", "Retain", "Release", "Touch", "Unregister");

  private final LeakChecker checker = LeakChecker.builder().build();
  private final ByteBufAllocator allocator =
      TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT, checker);

  private static String step(RecordedEvent event) {
    String kind = event.getEventType().getName().substring("rollcall.".length());
    return switch (kind) {
      case "Retain", "Release" -> kind + " " + event.getLong("refCount");
      case "Touch" -> kind + " " + event.getString("note");
      case "Unregister" -> event.getBoolean("lastRelease") ? "Release 0, " + kind : kind;
      default -> kind;
    };
  }

  private List<String> history(Recorded.Action action) throws Exception {
    Recorded recorded = Recorded.during(action);
    Stream<RecordedEvent> ours =
        STEPS.stream()
            .flatMap(kind -> recorded.all("rollcall." + kind).stream())
            .filter(
                event -> event.getClass("resourceType").getName().equals(ByteBuf.class.getName()));
    return ours.sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
        .map(BufferHistoryTest::step)
        .toList();
  }

  @Test
  void hasEachReferenceAndHandOver() throws Exception {
    ChannelInboundHandlerAdapter last =
        new ChannelInboundHandlerAdapter() {
          @Override
          public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf buf = (ByteBuf) message;
            ByteBuf slice = buf.retainedSlice();
            buf.release();
            slice.release();
          }
        };

    ChannelInboundHandlerAdapter passing =
        new ChannelInboundHandlerAdapter() {
          @Override
          public void channelRead(ChannelHandlerContext context, Object message) {
            context.fireChannelRead(message);
          }
        };

    List<String> history =
        history(
            () -> {
              EmbeddedChannel channel = new EmbeddedChannel();
              channel.pipeline().addLast("first", passing);
              channel.pipeline().addLast("last", last);
              channel.writeInbound(allocator.buffer().writeByte(1));
              channel.finish();
            });

    String handedTo = " will handle the message from this point.";
    assertThat(history)
        .containsExactly(
            "Register",
            "Touch 'first'" + handedTo,
            "Touch 'last'" + handedTo,
            "Retain 2",
            "Release 1",
            "Release 0, Unregister");
    assertThat(checker.check().isClean()).isTrue();
  }

  @Test
  void hasTheNoteOfATouch() throws Exception {
    List<String> history =
        history(() -> allocator.buffer().touch("queued").slice().touch().touch(null).release());

    assertThat(history)
        .containsExactly(
            "Register", "Touch queued", "Touch touched", "Touch null", "Release 0, Unregister");
  }

  /** The door stays open when a recording has ended; notes are not to be made for nobody. */
  @Test
  void makesNoNoteThatNobodyWants() throws Exception {
    Recorded unused = Recorded.during(() -> allocator.buffer().release());
    Object hint =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("nobody follows");
          }
        };

    assertThat(allocator.buffer().touch(hint).release()).isTrue();
  }

  @Test
  void hasTheFirstUseAfterEachStep() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              ByteBuf buf = allocator.buffer();
              buf.writeByte(1).writeByte(2);
              ByteBuf slice = buf.touch("queued").slice();
              slice.readByte();
              buf.retain();
              buf.release();
              slice.readByte();
              buf.release();
            });

    assertThat(
            recorded.all("rollcall.Use").stream()
                .map(event -> event.getInt("sequence"))
                .sorted()
                .toList())
        .containsExactly(1, 3, 6);
    assertThat(recorded.all("rollcall.Unregister").get(0).getInt("sequence")).isEqualTo(7);
  }

  @Test
  void theReportCallsAUseAUse(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("used.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      allocator.buffer().writeByte(1).release();
      recording.stop();
      recording.dump(file);
    }

    Ran ran = Ran.of("history", "--type", "io.netty.buffer.ByteBuf", file.toString());
    assertThat(ran.out()).containsSubsequence("register", "  use  ", "unregister");
    assertThat(ran.out()).doesNotContain("touch", "used\n");
  }
}

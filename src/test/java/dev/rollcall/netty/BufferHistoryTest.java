package dev.rollcall.netty;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.Readers;
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

  /** Of a hundred buffers some are followed, and those from beginning to end. */
  @Test
  void isWholeOrNotThere() throws Exception {
    Recorded recorded =
        Recorded.during(
            recording -> {
              recording.enable("rollcall.Register").with("lives", "10/s");
              recording.enable("rollcall.Use").with("lives", "1/s");
            },
            () -> {
              for (int i = 0; i < 100; i++) {
                ByteBuf buf = allocator.buffer(16);
                buf.writeByte(1);
                buf.touch("handed over");
                ByteBuf slice = buf.retainedSlice();
                slice.release();
                buf.readByte();
                buf.release();
              }
            });

    List<Long> followed = ids(recorded.all("rollcall.Register"));
    assertThat(followed).hasSizeBetween(15, 50);
    for (String kind : List.of("Retain", "Release", "Touch", "Unregister")) {
      assertThat(ids(recorded.all("rollcall." + kind))).as(kind).isEqualTo(followed);
    }
    List<Long> used =
        ids(
            recorded.all("rollcall.Register").stream()
                .filter(event -> event.getBoolean("uses"))
                .toList());
    assertThat(used).hasSizeBetween(1, 5);
    assertThat(ids(recorded.all("rollcall.Use"))).isEqualTo(used);
  }

  private static List<Long> ids(List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getClass("resourceType").getName().equals(ByteBuf.class.getName()))
        .map(event -> event.getLong("resourceId"))
        .distinct()
        .sorted()
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

  /** It keeps its entry, which is of use only while it lives. */
  @Test
  void hasNoStepAfterItsEnd() throws Exception {
    List<String> history =
        history(
            () -> {
              BufferReference reference = requireNonNull(BufferReference.of(allocator.buffer()));
              reference.release();
              reference.touched("too late");
              reference.use();
            });

    assertThat(history).containsExactly("Register", "Release 0, Unregister");
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
  void hasEachUserOnceAfterEachStep() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              ByteBuf buf = allocator.buffer().writeZero(100);
              buf.touch("queued");
              Readers.decode(buf, 3);
              Readers.log(buf, 2);
              Readers.decode(buf, 1);
              buf.touch("sent");
              Readers.decode(buf, 1);
              buf.release();
            });

    assertThat(users(recorded)).endsWith("decode", "log", "decode").hasSize(4);
  }

  /** It looks at the stack of 32 uses, and then at each doubling. */
  @Test
  void looksAtFewerAndFewerUses() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              ByteBuf buf = allocator.buffer().writeZero(100);
              buf.touch("queued");
              Readers.decode(buf, 33);
              Readers.log(buf, 32);
              buf.touch("sent");
              Readers.decode(buf, 33);
              Readers.log(buf, 2);
              buf.release();
            });

    assertThat(users(recorded)).endsWith("decode", "log", "decode").hasSize(4);
  }

  private static List<String> users(Recorded recorded) {
    return recorded.all("rollcall.Use").stream()
        .sorted(comparingInt(event -> event.getInt("sequence")))
        .map(
            event ->
                event.getStackTrace().getFrames().stream()
                    .filter(f -> f.getMethod().getType().getName().equals(Readers.class.getName()))
                    .map(frame -> frame.getMethod().getName())
                    .findFirst()
                    .orElse("another"))
        .toList();
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

package dev.rollcall.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ResourceLeakHint;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What touches say, and how often it is made. */
class HandlerNotesTest {
  private static ChannelHandlerContext context(EmbeddedChannel channel, String name) {
    channel.pipeline().addLast(name, new ChannelInboundHandlerAdapter());
    return channel.pipeline().context(name);
  }

  /** JFR then knows the text by its hash, which a new one would have to have computed. */
  @Test
  void theSentenceOfAHandlerIsMadeOnce() {
    EmbeddedChannel channel = new EmbeddedChannel();
    ChannelHandlerContext decoder = context(channel, "decoder");

    String note = HandlerNotes.of(decoder);

    assertThat(note)
        .isEqualTo(((ResourceLeakHint) decoder).toHintString())
        .isEqualTo("'decoder' will handle the message from this point.")
        .isSameAs(HandlerNotes.of(decoder));
    channel.finishAndReleaseAll();
  }

  @Test
  void eachHandlerHasItsOwn() {
    EmbeddedChannel channel = new EmbeddedChannel();
    ChannelHandlerContext decoder = context(channel, "decoder");
    ChannelHandlerContext encoder = context(channel, "encoder");

    for (int i = 0; i < 2; i++) {
      assertThat(HandlerNotes.of(decoder)).startsWith("'decoder' will handle");
      assertThat(HandlerNotes.of(encoder)).startsWith("'encoder' will handle");
    }
    channel.finishAndReleaseAll();
  }

  /** Only of Netty's own contexts it is known that they always say the same. */
  @Test
  void anyOtherHintIsAskedEachTime() {
    AtomicInteger asked = new AtomicInteger();
    ResourceLeakHint hint = () -> "asked " + asked.incrementAndGet();

    assertThat(HandlerNotes.of(hint)).isEqualTo("asked 1");
    assertThat(HandlerNotes.of(hint)).isEqualTo("asked 2");
    assertThat(HandlerNotes.of(null)).isEqualTo("null");
    assertThat(HandlerNotes.of(7)).isEqualTo("7");
  }
}

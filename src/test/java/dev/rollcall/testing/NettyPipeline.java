package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;

/** A pipeline that splits what it reads into lines and sends them back, but for the commands. */
public final class NettyPipeline {
  private static final int LINES = 40;
  private static final int COMMAND_EVERY = 8;

  private static final List<ByteBuf> REFUSED = new ArrayList<>();

  private NettyPipeline() {}

  /** Hands on each line as a slice with a reference of its own, as Netty's decoders do. */
  private static final class Splitter extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf input = (ByteBuf) message;
      try {
        while (input.isReadable()) {
          int length = input.bytesBefore((byte) '\n');
          context.fireChannelRead(input.readRetainedSlice(length));
          input.skipBytes(1);
        }
      } finally {
        input.release();
      }
    }
  }

  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf line = (ByteBuf) message;
      if (line.getByte(line.readerIndex()) == '/') {
        REFUSED.add(line); // the bug: nobody releases them
        return;
      }
      line.retain(); // as who looks at a line while it is being sent does
      boolean sent = context.writeAndFlush(line).isSuccess();
      line.release();
      if (!sent) {
        throw new IllegalStateException("the line was not sent");
      }
    }
  }

  private static ByteBuf read(ByteBufAllocator allocator, String text) {
    return allocator.directBuffer().writeBytes(text.getBytes(US_ASCII));
  }

  /** Leaks the commands. */
  public static void main(String[] args) {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.pipeline().addLast("Splitter", new Splitter()).addLast("Echo", new Echo());
    for (int i = 1; i <= LINES; i++) {
      channel.writeInbound(read(allocator, i % COMMAND_EVERY == 0 ? "/quit\n" : "a line\n"));
      ByteBuf sent = channel.readOutbound();
      if (sent != null) {
        sent.release();
      }
    }
    channel.finish();
  }
}

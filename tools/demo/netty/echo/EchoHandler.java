package echo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Sends each line back, unless it is a command, for there are none. */
final class EchoHandler extends ChannelInboundHandlerAdapter {
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf line = (ByteBuf) message;
    if (line.isReadable() && line.getByte(line.readerIndex()) == '/') {
      refuse(context);
      return; // the bug: nobody releases the line
    }
    context.write(line);
    context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), "\n"));
  }

  private static void refuse(ChannelHandlerContext context) {
    ByteBuf answer = context.alloc().buffer();
    answer.writeCharSequence("no such command\n", US_ASCII);
    context.writeAndFlush(answer);
  }
}

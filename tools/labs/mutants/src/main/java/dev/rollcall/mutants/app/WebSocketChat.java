package dev.rollcall.mutants.app;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** Repeats what was said before the text that came, and keeps that; nothing else is answered. */
public final class WebSocketChat extends ChannelInboundHandlerAdapter {
  private @Nullable TextWebSocketFrame last;

  // What cannot be written is released by Netty.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof TextWebSocketFrame text)) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (last != null) {
      context.writeAndFlush(last.replace(last.content().retain()));
      last.release();
    }
    last = text;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (last != null) {
      last.release();
      last = null;
    }
    context.fireChannelInactive();
  }
}

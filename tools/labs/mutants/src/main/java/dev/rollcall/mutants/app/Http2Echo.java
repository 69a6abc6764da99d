package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** Sends the data of a stream back as it comes, or at {@code /length} only how much it was. */
public final class Http2Echo extends ChannelInboundHandlerAdapter {
  private boolean counting;
  private @Nullable ByteBuf last;

  // What cannot be written is released by Netty.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof Http2HeadersFrame head) {
      counting = "/length".contentEquals(String.valueOf(head.headers().path()));
      boolean end = head.isEndStream();
      context.writeAndFlush(
          new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200"), end));
    } else if (message instanceof Http2DataFrame data && counting) {
      keep(data.content());
      if (data.isEndStream()) {
        ByteBuf length = context.alloc().buffer(Integer.BYTES);
        length.writeInt(last == null ? 0 : last.readableBytes());
        context.writeAndFlush(new DefaultHttp2DataFrame(length, true));
      }
    } else if (message instanceof Http2DataFrame data) {
      context.writeAndFlush(new DefaultHttp2DataFrame(data.content(), data.isEndStream()));
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  private void keep(ByteBuf data) {
    if (last != null) {
      last.release();
    }
    last = data;
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

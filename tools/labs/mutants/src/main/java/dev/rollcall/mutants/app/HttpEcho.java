package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Answers with the body of the request, and knows one path only. */
public final class HttpEcho extends SimpleChannelInboundHandler<FullHttpRequest> {
  // An answer that cannot be written is released by Netty, and nobody waits for it.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    boolean known = request.uri().equals("/echo");
    ByteBuf body =
        known ? request.content().retain() : ByteBufUtil.writeAscii(context.alloc(), "unknown");
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            known ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND,
            body);
    HttpUtil.setContentLength(response, body.readableBytes());
    context.writeAndFlush(response);
  }
}

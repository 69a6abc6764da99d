package dev.rollcall.load.server;

import dev.rollcall.load.Protocol;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Reads a request's body to its end and answers with another of the same sum. */
final class AnswerHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a void promise hands failures to the pipeline
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    int sum = 0;
    // In one access, for Netty's detector records each.
    for (byte each : ByteBufUtil.getBytes(request.content())) {
      sum += each;
    }
    ByteBuf body = context.alloc().buffer(Protocol.BODY_BYTES);
    body.writeZero(Protocol.BODY_BYTES - Integer.BYTES).writeInt(sum);
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_OCTET_STREAM)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    context.writeAndFlush(response, context.voidPromise());
  }
}

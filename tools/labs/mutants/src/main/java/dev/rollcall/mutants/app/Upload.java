package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;

/** Keeps the parts of a request's body, and passes them on as one buffer when all are there. */
public final class Upload extends ChannelInboundHandlerAdapter {
  private final int most;
  private final List<ByteBuf> parts = new ArrayList<>();
  private int size;
  private boolean refused;

  /** Bodies of up to {@code most} bytes. */
  public Upload(int most) {
    this.most = most;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      forget();
      refused = false;
    }
    if (message instanceof HttpContent content) {
      part(context, content);
    }
  }

  private void part(ChannelHandlerContext context, HttpContent content) {
    size += content.content().readableBytes();
    if (refused) {
      content.release();
    } else if (content.decoderResult().isFailure() || size > most) {
      content.release();
      forget();
      refused = true;
    } else {
      parts.add(content.content());
      if (content instanceof LastHttpContent) {
        context.fireChannelRead(joined(context));
      }
    }
  }

  private ByteBuf joined(ChannelHandlerContext context) {
    ByteBuf body = context.alloc().buffer(Math.max(size, 1));
    for (ByteBuf part : parts) {
      body.writeBytes(part);
      part.release();
    }
    parts.clear();
    size = 0;
    return body;
  }

  private void forget() {
    for (ByteBuf part : parts) {
      part.release();
    }
    parts.clear();
    size = 0;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    forget();
    context.fireChannelInactive();
  }
}

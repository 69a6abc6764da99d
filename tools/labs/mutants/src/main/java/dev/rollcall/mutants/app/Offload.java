package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Has requests answered by other threads than those of the event loop. */
public final class Offload extends ChannelInboundHandlerAdapter {
  private final Executor workers;

  /** Work that they reject is not done. */
  public Offload(Executor workers) {
    this.workers = workers;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf request = (ByteBuf) message;
    try {
      workers.execute(() -> answer(context, request));
    } catch (RejectedExecutionException full) {
      request.release();
      refuse(context);
    }
  }

  // What cannot be written is released by Netty.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void answer(ChannelHandlerContext context, ByteBuf request) {
    byte kind = request.getByte(request.readerIndex());
    if (kind == 'e') {
      context.writeAndFlush(request);
    } else if (kind == 'c') {
      ByteBuf copy = context.alloc().buffer(request.readableBytes()).writeBytes(request);
      request.release();
      context.writeAndFlush(copy);
    } else {
      request.release();
      refuse(context);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private static void refuse(ChannelHandlerContext context) {
    context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), "refused"));
  }
}

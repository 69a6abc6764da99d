package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.TooLongFrameException;
import org.jspecify.annotations.Nullable;

/** Gathers what is written, without copying it, and writes it as one buffer when flushed. */
public final class Batcher extends ChannelOutboundHandlerAdapter {
  private static final int MOST_PARTS = 64;

  private final int most;
  private @Nullable CompositeByteBuf batch;

  /** Gathers at most {@code most} bytes and refuses longer messages. */
  public Batcher(int most) {
    this.most = most;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    ByteBuf part = (ByteBuf) message;
    if (part.readableBytes() > most) {
      part.release();
      promise.setFailure(new TooLongFrameException("longer than " + most));
      return;
    }
    if (!part.isReadable()) {
      part.release();
      promise.setSuccess();
      return;
    }
    if (batch != null && batch.readableBytes() + part.readableBytes() > most) {
      writeBatch(context);
    }
    if (batch == null) {
      batch = context.alloc().compositeBuffer(MOST_PARTS);
    }
    batch.addComponent(true, part);
    promise.setSuccess();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    writeBatch(context);
    context.flush();
  }

  // What cannot be written is released by Netty.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void writeBatch(ChannelHandlerContext context) {
    if (batch != null) {
      context.write(batch);
      batch = null;
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (batch != null) {
      batch.release();
      batch = null;
    }
  }
}

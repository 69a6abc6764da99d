package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/** Copies small messages into one buffer, which is written when it is full or flushed. */
public final class Coalescer extends ChannelOutboundHandlerAdapter {
  private final int size;
  private @Nullable ByteBuf gathered;

  /** Buffers of {@code size} bytes; longer messages are passed on as they are. */
  public Coalescer(int size) {
    this.size = size;
  }

  // Whoever waits has the promise.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    ByteBuf small = (ByteBuf) message;
    if (small.readableBytes() > size) {
      writeGathered(context);
      context.write(small, promise);
      return;
    }
    if (gathered != null && gathered.writableBytes() < small.readableBytes()) {
      writeGathered(context);
    }
    if (gathered == null) {
      gathered = context.alloc().buffer(size, size);
    }
    gathered.writeBytes(small);
    small.release();
    promise.setSuccess();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    writeGathered(context);
    context.flush();
  }

  // What cannot be written is released by Netty.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void writeGathered(ChannelHandlerContext context) {
    if (gathered != null) {
      context.write(gathered);
      gathered = null;
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (gathered != null) {
      gathered.release();
      gathered = null;
    }
    context.close(promise);
  }
}

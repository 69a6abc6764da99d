package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Passes what one connection reads on to another. While that is full a few frames are held, and the
 * rest is dropped.
 */
public final class Relay extends ChannelInboundHandlerAdapter {
  private final Channel target;
  private final int most;
  private final Queue<ByteBuf> held = new ArrayDeque<>();

  /** Holds at most {@code most} frames. */
  public Relay(Channel target, int most) {
    this.target = target;
    this.most = most;
  }

  // What cannot be written is released by Netty.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf frame)) {
      context.fireChannelRead(message);
      return;
    }
    if (!target.isActive()) {
      frame.release();
      context.close();
    } else if (held.isEmpty() && target.isWritable()) {
      target.writeAndFlush(frame);
    } else if (held.size() < most) {
      held.add(frame);
    } else {
      frame.release();
    }
  }

  /** To be called when the target takes more. */
  @SuppressWarnings("FutureReturnValueIgnored")
  public void resume() {
    while (target.isWritable() && !held.isEmpty()) {
      target.writeAndFlush(held.remove());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    for (ByteBuf frame : held) {
      frame.release();
    }
    held.clear();
    context.fireChannelInactive();
  }
}

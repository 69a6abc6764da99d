package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.Map;
import java.util.TreeMap;

/** Replies that were made in any order, written in that of their numbers, which begin with 0. */
public final class OrderedReplies extends ChannelOutboundHandlerAdapter {
  private final int window;
  private final Map<Integer, ByteBuf> waiting = new TreeMap<>();
  private int next;

  /** Refuses a reply that is {@code window} or more ahead. */
  public OrderedReplies(int window) {
    this.window = window;
  }

  /** A reply; whoever writes it gives its body away. */
  public record Reply(int number, ByteBuf body) {}

  // What cannot be written is released by Netty.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    Reply reply = (Reply) message;
    if (reply.number < next || reply.number >= next + window) {
      reply.body.release();
      promise.setFailure(new IllegalArgumentException("not the time of " + reply.number));
      return;
    }
    ByteBuf earlier = waiting.put(reply.number, reply.body);
    if (earlier != null) {
      earlier.release();
    }
    while (waiting.containsKey(next)) {
      context.write(waiting.remove(next++));
    }
    promise.setSuccess();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    for (ByteBuf body : waiting.values()) {
      body.release();
    }
    waiting.clear();
    context.close(promise);
  }
}

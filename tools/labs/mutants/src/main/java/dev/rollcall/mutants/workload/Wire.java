package dev.rollcall.mutants.workload;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.LongAdder;

/** The two ends of a connection, without a network: what is done is done when a call returns. */
final class Wire {
  static final ByteBufAllocator ALLOCATOR = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);

  private static final LongAdder REFUSED = new LongAdder();

  private Wire() {}

  /** Something that may fail. */
  interface Action {
    void run() throws Exception;
  }

  /** One end, with tracked buffers. */
  static EmbeddedChannel channel(ChannelHandler... handlers) {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.config().setAllocator(ALLOCATOR);
    channel.pipeline().addLast(handlers);
    return channel;
  }

  static ByteBuf ascii(String text) {
    return ByteBufUtil.writeAscii(ALLOCATOR, text);
  }

  static ByteBuf bytes(int... values) {
    ByteBuf bytes = ALLOCATOR.buffer(values.length);
    for (int value : values) {
      bytes.writeByte(value);
    }
    return bytes;
  }

  static ByteBuf zeros(int length) {
    return ALLOCATOR.buffer(Math.max(length, 1)).writeZero(length);
  }

  /** Has an end receive something, which it may refuse; when it is closed nobody does. */
  static void receive(EmbeddedChannel channel, ByteBuf... parts) {
    for (ByteBuf part : parts) {
      if (channel.isOpen()) {
        failing(() -> channel.writeInbound(part));
      } else {
        part.release();
      }
    }
  }

  /** Takes what one end has written to the other, once; returns whether there was anything. */
  static boolean send(EmbeddedChannel from, EmbeddedChannel to) {
    boolean any = false;
    for (Object message = from.readOutbound(); message != null; message = from.readOutbound()) {
      any = true;
      if (to.isOpen()) {
        to.writeInbound(message);
      } else {
        ReferenceCountUtil.release(message);
      }
    }
    return any;
  }

  /** Takes what each has written to the other until both are silent. */
  static void exchange(EmbeddedChannel one, EmbeddedChannel other) {
    boolean any = true;
    while (any) {
      one.runPendingTasks();
      other.runPendingTasks();
      boolean there = send(one, other);
      boolean back = send(other, one);
      any = there || back;
    }
  }

  /** Releases what came out at either side. */
  static void drain(EmbeddedChannel channel) {
    for (Object in = channel.readInbound(); in != null; in = channel.readInbound()) {
      ReferenceCountUtil.release(in);
    }
    for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      ReferenceCountUtil.release(out);
    }
  }

  /** Closes, and releases what came out. */
  static void finish(EmbeddedChannel... channels) {
    for (EmbeddedChannel channel : channels) {
      failing(channel::finishAndReleaseAll);
      drain(channel);
    }
  }

  /** How often something was refused so far. */
  static long refused() {
    return REFUSED.sum();
  }

  /** Does what may be refused, which is no failure of the scenario. */
  static void failing(Action action) {
    try {
      action.run();
    } catch (Exception refused) {
      REFUSED.increment();
    }
  }
}

package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds for each question the answer with its number. A question is kept until then, and sent once
 * more when none has come in time. For the channel's event loop.
 */
public final class Correlator extends ChannelInboundHandlerAdapter {
  private final long timeoutMillis;
  private final Map<Integer, Pending> pending = new LinkedHashMap<>();
  private int last;

  /** Waits that long, twice. */
  public Correlator(long timeoutMillis) {
    this.timeoutMillis = timeoutMillis;
  }

  private record Pending(ByteBuf question, Promise<ByteBuf> answer) {}

  /** Sends a question, whose reference it takes over; the answer is the caller's to release. */
  public Future<ByteBuf> ask(ChannelHandlerContext context, ByteBuf question) {
    Promise<ByteBuf> answer = context.executor().newPromise();
    if (!context.channel().isActive()) {
      question.release();
      return answer.setFailure(new ClosedChannelException());
    }
    int number = ++last;
    pending.put(number, new Pending(question, answer));
    send(context, number, question);
    schedule(context, () -> repeat(context, number));
    return answer;
  }

  /** Waits for one no longer. */
  public void cancel(Future<ByteBuf> answer) {
    if (answer.cancel(false)) {
      pending.entrySet().removeIf(entry -> isOf(answer, entry.getValue()));
    }
  }

  private static boolean isOf(Future<ByteBuf> answer, Pending one) {
    if (one.answer != answer) {
      return false;
    }
    one.question.release();
    return true;
  }

  // What cannot be written is released by Netty, and a repetition comes too late or not.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void send(ChannelHandlerContext context, int number, ByteBuf question) {
    ByteBuf head = context.alloc().buffer(Integer.BYTES).writeInt(number);
    context.write(head);
    context.writeAndFlush(question.retainedDuplicate());
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void schedule(ChannelHandlerContext context, Runnable task) {
    context.executor().schedule(task, timeoutMillis, TimeUnit.MILLISECONDS);
  }

  private void repeat(ChannelHandlerContext context, int number) {
    Pending one = pending.get(number);
    if (one != null) {
      send(context, number, one.question);
      schedule(context, () -> giveUp(number));
    }
  }

  private void giveUp(int number) {
    Pending one = pending.remove(number);
    if (one != null) {
      one.question.release();
      one.answer.setFailure(new TimeoutException());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf answer = (ByteBuf) message;
    Pending one = answer.readableBytes() < Integer.BYTES ? null : pending.remove(answer.readInt());
    if (one == null) {
      answer.release();
      return;
    }
    one.question.release();
    one.answer.setSuccess(answer);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    for (Pending one : pending.values()) {
      one.question.release();
      one.answer.setFailure(new ClosedChannelException());
    }
    pending.clear();
    context.fireChannelInactive();
  }
}

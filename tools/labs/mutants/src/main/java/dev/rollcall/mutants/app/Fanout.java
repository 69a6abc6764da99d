package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Sends each message to all subscribers; who is slow loses the oldest ones. For one thread. */
public final class Fanout {
  private final int most;
  private final List<Subscriber> subscribers = new ArrayList<>();

  /** Keeps at most {@code most} messages for each subscriber. */
  public Fanout(int most) {
    this.most = most;
  }

  /** One who is sent everything until it is closed. */
  public final class Subscriber implements AutoCloseable {
    private final Channel channel;
    private final Queue<ByteBuf> mailbox = new ArrayDeque<>();

    private Subscriber(Channel channel) {
      this.channel = channel;
    }

    private void offer(ByteBuf message) {
      if (!channel.isActive()) {
        message.release();
        return;
      }
      if (mailbox.size() == most) {
        mailbox.remove().release();
      }
      mailbox.add(message);
    }

    /** Sends what has come since. */
    // What cannot be written is released by Netty.
    @SuppressWarnings("FutureReturnValueIgnored")
    public void deliver() {
      while (!mailbox.isEmpty()) {
        channel.write(mailbox.remove());
      }
      channel.flush();
    }

    @Override
    public void close() {
      subscribers.remove(this);
      for (ByteBuf message : mailbox) {
        message.release();
      }
      mailbox.clear();
    }
  }

  /** Adds a subscriber. */
  public Subscriber subscribe(Channel channel) {
    Subscriber subscriber = new Subscriber(channel);
    subscribers.add(subscriber);
    return subscriber;
  }

  /** Takes over the reference to a message. */
  public void publish(ByteBuf message) {
    if (message.readableBytes() == 0) {
      message.release();
      return;
    }
    for (Subscriber subscriber : subscribers) {
      subscriber.offer(message.retainedDuplicate());
    }
    message.release();
  }
}

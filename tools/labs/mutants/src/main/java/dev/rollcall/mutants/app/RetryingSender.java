package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Sends each message until it could be written, each time through a new connection, at most some
 * times. While it is paused messages wait. For one thread.
 */
public final class RetryingSender {
  private final Supplier<Channel> connections;
  private final int attempts;
  private final Queue<ByteBuf> waiting = new ArrayDeque<>();
  private boolean paused;
  private boolean stopped;

  /** Sends a message at most {@code attempts} times. */
  public RetryingSender(Supplier<Channel> connections, int attempts) {
    this.connections = connections;
    this.attempts = attempts;
  }

  /** Takes over the reference to a message. */
  public void send(ByteBuf message) {
    if (stopped) {
      message.release();
    } else if (paused) {
      waiting.add(message);
    } else {
      attempt(message, 1);
    }
  }

  // The listener is what waits.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void attempt(ByteBuf message, int number) {
    Channel connection = connections.get();
    connection
        .writeAndFlush(message.retainedDuplicate())
        .addListener(
            written -> {
              if (written.isSuccess()) {
                message.release();
              } else if (number < attempts && !stopped) {
                attempt(message, number + 1);
              } else {
                message.release();
              }
            });
  }

  /** Has messages wait. */
  public void pause() {
    paused = true;
  }

  /** Sends what has waited. */
  public void resume() {
    paused = false;
    while (!waiting.isEmpty()) {
      send(waiting.remove());
    }
  }

  /** Sends nothing any more. */
  public void stop() {
    stopped = true;
    while (!waiting.isEmpty()) {
      waiting.remove().release();
    }
  }
}

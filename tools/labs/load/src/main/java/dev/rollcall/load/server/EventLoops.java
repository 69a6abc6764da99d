package dev.rollcall.load.server;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/** The threads of a server: one that accepts, one that serves. */
record EventLoops(EventLoopGroup accepting, EventLoopGroup serving) {
  private static final long DEADLINE_SECONDS = 10;

  static EventLoops start() {
    return new EventLoops(group(), group());
  }

  private static EventLoopGroup group() {
    return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  void end() throws InterruptedException {
    end(accepting);
    end(serving);
  }

  private static void end(EventLoopGroup group) throws InterruptedException {
    boolean ended =
        group
            .shutdownGracefully(0, DEADLINE_SECONDS, TimeUnit.SECONDS)
            .await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      throw new IllegalStateException("an event loop has not ended");
    }
  }
}

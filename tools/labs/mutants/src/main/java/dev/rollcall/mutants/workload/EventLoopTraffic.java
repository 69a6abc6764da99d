package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;

import dev.rollcall.mutants.app.Offload;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Connections between event loops, and a worker thread. Each request waits for the answer to the
 * one before, so that what is read at once is the same each time.
 */
final class EventLoopTraffic {
  private static final int ROUNDS = 20;
  private static final long PATIENCE_SECONDS = 20;

  private EventLoopTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put(
        "loops.local",
        () ->
            talk(
                new MultiThreadIoEventLoopGroup(2, LocalIoHandler.newFactory()),
                LocalServerChannel.class,
                LocalChannel.class,
                new LocalAddress("mutants")));
    all.put(
        "loops.sockets",
        () ->
            talk(
                new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory()),
                NioServerSocketChannel.class,
                NioSocketChannel.class,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    return all;
  }

  private static void talk(
      MultiThreadIoEventLoopGroup loops,
      Class<? extends ServerChannel> serverType,
      Class<? extends Channel> clientType,
      SocketAddress address)
      throws InterruptedException {
    ExecutorService workers = Executors.newSingleThreadExecutor();
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    try {
      Channel server =
          new ServerBootstrap()
              .group(loops)
              .channel(serverType)
              .childOption(ChannelOption.ALLOCATOR, Wire.ALLOCATOR)
              .childHandler(framed(() -> new Offload(workers), accepted))
              .bind(address)
              .sync()
              .channel();
      Channel client =
          new Bootstrap()
              .group(loops)
              .channel(clientType)
              .option(ChannelOption.ALLOCATOR, Wire.ALLOCATOR)
              .handler(framed(() -> new Answers(answers), new LinkedBlockingQueue<>()))
              .connect(server.localAddress())
              .sync()
              .channel();
      for (int i = 0; i < ROUNDS; i++) {
        ask(client, answers, (i % 3 == 0 ? "echo " : i % 3 == 1 ? "copy " : "other ") + i);
      }
      workers.shutdown();
      for (int i = 0; i < ROUNDS / 2; i++) {
        ask(client, answers, "echo too late " + i);
      }
      client.close().sync();
      // Otherwise the end of the connection is read or not, and a buffer for it asked for or not.
      accepted.take().closeFuture().sync();
      server.close().sync();
    } finally {
      workers.shutdownNow();
      Future<?> ended = loops.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS);
      ended.sync();
    }
  }

  private static ChannelInitializer<Channel> framed(
      Supplier<ChannelHandler> last, BlockingQueue<Channel> opened) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel
            .pipeline()
            .addLast(
                new LengthFieldPrepender(2),
                new LengthFieldBasedFrameDecoder(1000, 0, 2, 0, 2),
                last.get());
        opened.add(channel);
      }
    };
  }

  /** Hands on the text of each answer. */
  private static final class Answers extends SimpleChannelInboundHandler<ByteBuf> {
    private final BlockingQueue<String> answers;

    Answers(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf answer) {
      answers.add(answer.toString(StandardCharsets.US_ASCII));
    }
  }

  private static void ask(Channel client, BlockingQueue<String> answers, String question)
      throws InterruptedException {
    client.writeAndFlush(ascii(question)).sync();
    if (answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("no answer to " + question);
    }
  }
}

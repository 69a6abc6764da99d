package echo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Echoes lines until its client has had enough. Knows nothing of Rollcall. */
public final class EchoServer {
  private static final int MAX_LINE = 1_024;

  private EchoServer() {}

  /** Runs on Netty's own allocator. */
  public static void main(String[] args) throws Exception {
    run(PooledByteBufAllocator.DEFAULT);
  }

  static void run(ByteBufAllocator allocator) throws IOException, InterruptedException {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      Channel channel =
          new ServerBootstrap()
              .group(group)
              .channel(NioServerSocketChannel.class)
              .childOption(ChannelOption.ALLOCATOR, allocator)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                      connection
                          .pipeline()
                          .addLast(new LineBasedFrameDecoder(MAX_LINE))
                          .addLast(new EchoHandler());
                    }
                  })
              .bind(InetAddress.getLoopbackAddress(), 0)
              .sync()
              .channel();
      EchoClient.drive(((InetSocketAddress) channel.localAddress()).getPort());
    } finally {
      group.shutdownGracefully().sync();
    }
  }
}

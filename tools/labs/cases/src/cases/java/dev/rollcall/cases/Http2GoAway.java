package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * A client whose HTTP/2 connections the server ends in order, with a GOAWAY frame each. Healthy
 * ones it answers, and the client ends them.
 */
final class Http2GoAway {
  private static final int CONNECTIONS = 20;

  private Http2GoAway() {}

  /** Answers, or turns the request down: the connection is over, and no stream of it was served. */
  private static final class Ending extends SimpleChannelInboundHandler<Http2HeadersFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2HeadersFrame request)
        throws Http2Exception {
      if (request.headers().path().toString().equals("/served")) {
        context.writeAndFlush(
            new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200"), true)
                .stream(request.stream()));
        return;
      }
      Http2FrameCodec codec = context.pipeline().get(Http2FrameCodec.class);
      codec.goAway(
          context.pipeline().context(codec),
          0,
          Http2Error.NO_ERROR.code(),
          ByteBufUtil.writeAscii(context.alloc(), "maintenance"),
          context.newPromise());
      context.flush();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    EventLoopGroup loops = new NioEventLoopGroup(2);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.ALLOCATOR, allocator)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(Http2FrameCodecBuilder.forServer().build(), new Ending());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    for (boolean ended : Operations.of(args, CONNECTIONS)) {
      ConnectionProvider pool = ConnectionProvider.create("one", 1);
      HttpClient.create(pool)
          .protocol(HttpProtocol.H2C)
          .runOn(useNative -> loops, false)
          .disableRetry(true)
          .option(ChannelOption.ALLOCATOR, allocator)
          .remoteAddress(server::localAddress)
          .get()
          .uri(ended ? "/ended" : "/served")
          .response()
          .onErrorComplete()
          .block(Duration.ofMinutes(1));
      pool.disposeLater().block(Duration.ofMinutes(1));
    }
    server.close().sync();
    loops.shutdownGracefully(0, 1, TimeUnit.MINUTES).sync();
  }
}

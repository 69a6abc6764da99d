package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server that streams, and clients that cancel after the first message. The service goes on to
 * send once the connection knows of the cancellation, and has not been told itself. Healthy clients
 * ask for a few messages and read them all.
 */
final class GrpcCancel {
  private static final int CALLS = 40;
  private static final int MESSAGES = 200;
  private static final int FEW = 10;

  private static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
  private static final MethodDescriptor<byte[], byte[]> WATCH =
      MethodDescriptor.<byte[], byte[]>newBuilder(BYTES, BYTES)
          .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
          .setFullMethodName("Prices/Watch")
          .build();

  private GrpcCancel() {}

  public static void main(String[] args) throws Exception {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    NioEventLoopGroup loops = new NioEventLoopGroup(2);
    ExecutorService services = Executors.newCachedThreadPool();
    List<Boolean> calls = Operations.of(args, CALLS);
    CountDownLatch served = new CountDownLatch(calls.size());
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .executor(services)
            .withChildOption(ChannelOption.ALLOCATOR, allocator)
            .addService(
                ServerServiceDefinition.builder("Prices")
                    .addMethod(WATCH, (call, headers) -> serve(call, served))
                    .build())
            .build()
            .start();
    ManagedChannel client =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
            .channelType(NioSocketChannel.class)
            .eventLoopGroup(loops)
            .executor(services)
            .withOption(ChannelOption.ALLOCATOR, allocator)
            .usePlaintext()
            .build();
    for (boolean cancelled : calls) {
      watch(client.newCall(WATCH, CallOptions.DEFAULT), cancelled);
    }
    served.await();
    client.shutdown().awaitTermination(1, TimeUnit.MINUTES);
    server.shutdown().awaitTermination(1, TimeUnit.MINUTES);
    loops.shutdownGracefully(0, 1, TimeUnit.MINUTES).sync();
    services.shutdown();
  }

  private static ServerCall.Listener<byte[]> serve(
      ServerCall<byte[], byte[]> call, CountDownLatch served) {
    CountDownLatch cancelled = new CountDownLatch(1);
    Context.current().addListener(context -> cancelled.countDown(), Runnable::run);
    call.request(1);
    return new ServerCall.Listener<>() {
      private boolean few;

      @Override
      public void onMessage(byte[] message) {
        few = message.length == FEW;
      }

      @Override
      public void onHalfClose() {
        call.sendHeaders(new Metadata());
        call.sendMessage(new byte[100]);
        if (!few) {
          await(cancelled);
        }
        for (int i = 1; i < (few ? FEW : MESSAGES); i++) {
          call.sendMessage(new byte[100]);
        }
        call.close(Status.OK, new Metadata());
        served.countDown();
      }
    };
  }

  private static void watch(ClientCall<byte[], byte[]> call, boolean cancelled) {
    CountDownLatch closed = new CountDownLatch(1);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] message) {
            if (cancelled) {
              call.cancel("one is enough", null);
            }
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            closed.countDown();
          }
        },
        new Metadata());
    call.request(cancelled ? 1 : FEW + 1);
    call.sendMessage(new byte[cancelled ? 0 : FEW]);
    call.halfClose();
    await(closed);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

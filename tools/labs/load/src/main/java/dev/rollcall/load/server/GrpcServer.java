package dev.rollcall.load.server;

import dev.rollcall.load.Protocol;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** One unary method, called on gRPC's own executor. */
final class GrpcServer implements Server {
  private static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName(Protocol.GRPC_METHOD)
          .setRequestMarshaller(new BytesMarshaller())
          .setResponseMarshaller(new BytesMarshaller())
          .build();

  private final EventLoops loops = EventLoops.start();
  private final io.grpc.Server server;

  GrpcServer(ByteBufAllocator allocator) throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .bossEventLoopGroup(loops.accepting())
            .workerEventLoopGroup(loops.serving())
            .channelType(NioServerSocketChannel.class)
            .withOption(ChannelOption.ALLOCATOR, allocator)
            .withChildOption(ChannelOption.ALLOCATOR, allocator)
            .addService(
                ServerServiceDefinition.builder(METHOD.getServiceName())
                    .addMethod(METHOD, ServerCalls.asyncUnaryCall(GrpcServer::answer))
                    .build())
            .build()
            .start();
  }

  private static void answer(byte[] request, StreamObserver<byte[]> observer) {
    byte[] answer = new byte[Protocol.BODY_BYTES];
    for (byte each : request) {
      answer[0] += each;
    }
    observer.onNext(answer);
    observer.onCompleted();
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public void end() throws InterruptedException {
    server.shutdownNow().awaitTermination();
    loops.end();
  }
}

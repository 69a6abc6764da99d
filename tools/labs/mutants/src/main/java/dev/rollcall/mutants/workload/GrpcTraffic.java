package dev.rollcall.mutants.workload;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** gRPC calls within the process, one after the other, some of which are refused. */
final class GrpcTraffic {
  private static final int ROUNDS = 8;
  private static final int WINDOW = 1 << 20;
  private static final int LARGEST = 5000;

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
  private static final MethodDescriptor<byte[], byte[]> ECHO = method("Echo", MethodType.UNARY);
  private static final MethodDescriptor<byte[], byte[]> REPEAT =
      method("Repeat", MethodType.SERVER_STREAMING);
  private static final MethodDescriptor<byte[], byte[]> NONE = method("None", MethodType.UNARY);

  private GrpcTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("grpc.calls", GrpcTraffic::calls);
    return all;
  }

  private static MethodDescriptor<byte[], byte[]> method(String name, MethodType type) {
    return MethodDescriptor.<byte[], byte[]>newBuilder(BYTES, BYTES)
        .setType(type)
        .setFullMethodName("Lab/" + name)
        .build();
  }

  private static void calls() throws Exception {
    LocalAddress address = new LocalAddress("grpc");
    MultiThreadIoEventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    // A window of its own size: otherwise it is measured by pings, and by time.
    Server server =
        NettyServerBuilder.forAddress(address)
            .channelType(LocalServerChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .directExecutor()
            .flowControlWindow(WINDOW)
            .maxInboundMessageSize(LARGEST)
            .withChildOption(ChannelOption.ALLOCATOR, Wire.ALLOCATOR)
            .addService(service())
            .build()
            .start();
    ManagedChannel client =
        NettyChannelBuilder.forAddress(address)
            .channelType(LocalChannel.class)
            .eventLoopGroup(loops)
            .directExecutor()
            .flowControlWindow(WINDOW)
            .withOption(ChannelOption.ALLOCATOR, Wire.ALLOCATOR)
            .overrideAuthority("lab")
            .usePlaintext()
            .build();
    EventLoop loop = loops.next();
    for (int i = 0; i < ROUNDS; i++) {
      call(loop, client, ECHO, 100 * i);
      call(loop, client, ECHO, 1);
      call(loop, client, NONE, 10);
      call(loop, client, ECHO, i % 3 == 0 ? 2 * LARGEST : 3);
      call(loop, client, REPEAT, 20);
    }
    client.shutdown().awaitTermination(1, TimeUnit.MINUTES);
    server.shutdown().awaitTermination(1, TimeUnit.MINUTES);
    loops.shutdownGracefully(0, 1, TimeUnit.MINUTES).sync();
  }

  /** On the event loop: nothing else runs meanwhile. */
  private static void call(
      EventLoop loop, ManagedChannel client, MethodDescriptor<byte[], byte[]> method, int size)
      throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    loop.execute(
        () ->
            ClientCalls.asyncServerStreamingCall(
                client.newCall(method, CallOptions.DEFAULT), new byte[size], new Answers(ended)));
    ended.await();
  }

  private record Answers(CountDownLatch ended) implements StreamObserver<byte[]> {
    @Override
    public void onNext(byte[] answer) {}

    @Override
    public void onError(Throwable refused) {
      ended.countDown();
    }

    @Override
    public void onCompleted() {
      ended.countDown();
    }
  }

  private static ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("Lab")
        .addMethod(ECHO, ServerCalls.asyncUnaryCall(GrpcTraffic::echo))
        .addMethod(REPEAT, ServerCalls.asyncServerStreamingCall(GrpcTraffic::repeat))
        .build();
  }

  private static void echo(byte[] request, StreamObserver<byte[]> answers) {
    if (request.length == 1) {
      answers.onError(new StatusRuntimeException(Status.INVALID_ARGUMENT));
      return;
    }
    answers.onNext(request);
    answers.onCompleted();
  }

  private static void repeat(byte[] request, StreamObserver<byte[]> answers) {
    for (int i = 0; i < 4; i++) {
      answers.onNext(request);
    }
    answers.onCompleted();
  }
}

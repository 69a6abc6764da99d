package dev.rollcall.load.server;

import com.sun.management.OperatingSystemMXBean;
import dev.rollcall.load.Protocol;
import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * A server in a process: {@code ServerMain HTTP|GRPC plain|tracked}. Prints its port, then obeys
 * its standard input: {@code cost} prints the CPU time of the process so far in ns, and the time
 * spent compiling in ms; {@code leak} leaks one buffer; {@code profile} starts a profile, and
 * {@code profile FILE} writes it; at the end of the input the server shuts down.
 */
public final class ServerMain {
  private static final int MORE_THAN_A_SAMPLE = 1_000;
  private static final int COLLECTIONS = 3;
  private static final String WRITE_PROFILE = "profile ";

  private ServerMain() {}

  /** See {@link ServerMain}. */
  public static void main(String[] args) throws Exception {
    ByteBufAllocator plain = PooledByteBufAllocator.DEFAULT;
    ByteBufAllocator allocator = args[1].equals("tracked") ? TrackedAllocator.wrap(plain) : plain;
    Server server = start(Protocol.valueOf(args[0]), allocator);
    System.out.println(server.port());
    obey(allocator);
    server.end();
    revealLeaks(plain);
  }

  private static Server start(Protocol protocol, ByteBufAllocator allocator) throws Exception {
    return switch (protocol) {
      case HTTP -> new HttpServer(allocator);
      case GRPC -> new GrpcServer(allocator);
    };
  }

  private static void obey(ByteBufAllocator allocator) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String command = commands.readLine();
    while (command != null) {
      switch (command) {
        case "cost" -> System.out.println(cpuNanos() + " " + compilationMillis());
        case "leak" -> System.out.println(allocator.buffer().capacity());
        case "profile" -> System.out.println(Profiler.start());
        default -> {
          if (!command.startsWith(WRITE_PROFILE)) {
            throw new IllegalArgumentException(command);
          }
          Profiler.write(command.substring(WRITE_PROFILE.length()));
          System.out.println("written");
        }
      }
      command = commands.readLine();
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long compilationMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  /** Netty's detector finds what the collector found, when the next buffers are made. */
  private static void revealLeaks(ByteBufAllocator allocator) {
    if (!ResourceLeakDetector.isEnabled()) {
      return;
    }
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      for (int j = 0; j < MORE_THAN_A_SAMPLE; j++) {
        allocator.buffer().release();
      }
    }
  }
}

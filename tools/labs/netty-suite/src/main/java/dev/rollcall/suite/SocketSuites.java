package dev.rollcall.suite;

import dev.rollcall.LeakChecker;
import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.PrintWriter;
import java.util.List;

/** Runs Netty's socket tests, with plain and with tracked allocators, and prints a table. */
public final class SocketSuites {
  private static final String PACKAGE = "io.netty.testsuite.transport.socket.";

  private static volatile boolean tracked;

  private SocketSuites() {}

  /** What Netty's tests are to use. */
  public static List<ByteBufAllocator> allocators() {
    List<ByteBufAllocator> plain =
        List.of(PooledByteBufAllocator.DEFAULT, UnpooledByteBufAllocator.DEFAULT);
    return tracked ? plain.stream().map(TrackedAllocator::wrap).toList() : plain;
  }

  /**
   * Exits with 1 if a test passes with plain allocators and not with tracked ones.
   *
   * @param args Netty's version, and the test classes
   */
  public static void main(String[] args) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true);
    int fewer = 0;
    for (String name : List.of(args).subList(1, args.length)) {
      Class<?> tests = Class.forName(PACKAGE + name);
      tracked = false;
      Outcomes plain = Outcomes.of(tests);
      tracked = true;
      Outcomes wrapped = Outcomes.of(tests, plain);
      out.printf(
          "| %s | %s | pooled and unpooled | %d | %d |%n",
          args[0], name, plain.passed(), wrapped.passed());
      fewer += wrapped.fewerThan(plain, out);
    }
    System.err.println(LeakChecker.global().finalCheck().headline());
    System.exit(fewer == 0 ? 0 : 1);
  }
}

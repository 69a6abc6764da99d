package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.live.CoarseClock;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that leaks a resource and whose logger is a {@link RefusingProvider}. The argument says
 * when Rollcall has something to tell it: at the {@code end}; in a {@code final} check, made by a
 * thread that nobody waits for; in a {@code hook}, of misuse; or earlier, in a {@code notice} of a
 * resource that was collected. With {@code err} it is the standard error stream that takes nothing.
 */
public final class Stubborn {
  private static final List<Object> HELD = new ArrayList<>();
  private static final long DEADLINE_SECONDS = 30;

  private Stubborn() {}

  /**
   * Leaks, and ends with status 3 when the logger has been called, except where that is to be at
   * the end.
   */
  public static void main(String... arguments) throws InterruptedException {
    LeakChecker checker = LeakChecker.global();
    Object leaked = new Object();
    HELD.add(leaked);
    checker.register(leaked, "leaked");
    switch (arguments[0]) {
      case "end" -> {}
      case "err" -> System.setErr(new PrintStream(new Blocking(), true, UTF_8));
      case "final" -> {
        Thread checking = new Thread(checker::finalCheck);
        checking.setDaemon(true);
        checking.start();
        RefusingProvider.ENTERED.acquire();
      }
      case "hook" ->
          Runtime.getRuntime()
              .addShutdownHook(new Thread(() -> checker.unregister("never registered")));
      case "notice" -> {
        Refused.awaitNotice(() -> Program.open(checker, 1));
        awaitClock();
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.exit(3);
  }

  private static final class Blocking extends OutputStream {
    @Override
    public void write(int one) {
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** The watching thread, which has found it, has more to do than to tell of it. */
  private static void awaitClock() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    int now = CoarseClock.now();
    while (CoarseClock.now() < now + 5) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the clock stands still");
      }
      Thread.onSpinWait();
    }
    System.out.println("the clock goes on");
  }
}

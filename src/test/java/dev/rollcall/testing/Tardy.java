package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.TypeCount;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program whose connections stay open for longer than they may, until it has been told so. The
 * argument says who holds them: a {@code platform} thread, an {@code unnamed} one, a {@code
 * virtual} one, or one that has {@code ended}; {@code kept}: it is never closed; with {@code
 * handed} it is one that took a step; {@code mute}, {@code throwing}: a thread of a class that does
 * not say where it is. With {@code blocked} the logger is a {@link RefusingProvider} that blocks,
 * and a second one has to be found all the same.
 */
public final class Tardy {
  private static final long DEADLINE_SECONDS = 30;

  private static final CountDownLatch MAY_CLOSE = new CountDownLatch(1);

  private final LeakChecker checker = LeakChecker.global();
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile Connection connection = new Connection();

  private Tardy() {}

  /** What it opens. */
  public static final class Connection {}

  /** Never says where it is; or, where it throws, always that it does not know. */
  private static final class Mute extends Thread {
    private final boolean isThrowing;

    Mute(Runnable task, boolean isThrowing) {
      super(task, "");
      this.isThrowing = isThrowing;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      if (isThrowing) {
        throw new AssertionError("is not to be asked");
      }
      return block();
    }

    @Override
    @Deprecated
    public long getId() {
      return Thread.currentThread() == this ? 1 : block().length;
    }

    private static StackTraceElement[] block() {
      while (true) {
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException goesOn) {
          // It cannot be woken.
        }
      }
    }
  }

  /** Standard error, and what was printed there. */
  private static final class Heard extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final PrintStream stderr = System.err;

    @Override
    public synchronized void write(int one) {
      all.write(one);
      stderr.write(one);
      stderr.flush();
      notifyAll();
    }

    synchronized void await(String text) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
      while (!all.toString(UTF_8).contains(text)) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("nothing says: " + text);
        }
        wait(left);
      }
    }
  }

  /** Opens, waits for the warning, closes, waits for the second. */
  public static void main(String... arguments) throws Exception {
    if (arguments[0].equals("blocked")) {
      blocked();
      return;
    }
    Heard heard = new Heard();
    System.setErr(new PrintStream(heard, true, UTF_8));
    Tardy tardy = new Tardy();
    Thread holder = tardy.start(arguments[0]);
    tardy.opened.await();
    if (arguments[0].equals("ended")) {
      holder.join();
    }
    heard.await(" is overdue: ");
    if (arguments[0].equals("kept")) {
      return;
    }
    MAY_CLOSE.countDown();
    if (arguments[0].equals("ended")) {
      tardy.checker.unregister(tardy.connection);
    }
    heard.await(" returned after ");
    holder.join();
  }

  private Thread start(String how) throws Exception {
    Runnable task =
        switch (how) {
          case "ended", "kept" -> this::open;
          case "handed" -> {
            open();
            yield this::workOn;
          }
          default ->
              () -> {
                open();
                hold();
              };
        };
    Thread thread =
        switch (how) {
          case "virtual" ->
              (Thread)
                  Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
          case "mute", "throwing" -> new Mute(task, how.equals("throwing"));
          case "unnamed" -> new Thread(task, "");
          default -> new Thread(task, "holder-" + how);
        };
    if (!how.equals("virtual")) {
      thread.start();
    }
    return thread;
  }

  private void open() {
    checker.register(connection);
    opened.countDown();
  }

  private void workOn() {
    checker.touch(connection, "handed over");
    hold();
  }

  private void hold() {
    boolean interrupted = false;
    while (true) {
      try {
        MAY_CLOSE.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    checker.unregister(connection);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void blocked() throws Exception {
    LeakChecker checker = LeakChecker.global();
    Connection first = new Connection();
    checker.register(first);
    RefusingProvider.ENTERED.acquire();
    Connection second = new Connection();
    checker.register(second);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (overdue(checker) < 2) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the second was not found");
      }
      Thread.onSpinWait();
    }
    System.out.println("found both");
    checker.unregister(first);
    checker.unregister(second);
    System.out.println("left " + overdue(checker));
    System.exit(0);
  }

  private static int overdue(LeakChecker checker) {
    return ((ActiveChecker) checker).state.types.all().stream().mapToInt(TypeCount::overdue).sum();
  }
}

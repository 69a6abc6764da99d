package dev.rollcall;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Recording;

/**
 * A program whose first use of the global checker is made by two threads at once, one of them in a
 * callback of JFR's, under its lock. Each registers a resource and keeps it. Arguments: which
 * callback, and whether it makes the {@code first} use or the {@code second}. Where it is second, a
 * plain thread is first, and with {@code waiting} the callback waits for that to be done; where it
 * is first, the second is in another callback, under another lock of JFR's.
 *
 * <p>The second use is made when the first is held up, or done.
 */
final class FirstUseProgram {
  private static final List<Object> KEPT = new CopyOnWriteArrayList<>();
  private static final CountDownLatch INSIDE = new CountDownLatch(1);
  private static final CountDownLatch USED = new CountDownLatch(1);
  private static final CountDownLatch READY = new CountDownLatch(1);

  private static volatile Thread first = Thread.currentThread();

  private FirstUseProgram() {}

  public static void main(String[] args) throws InterruptedException {
    boolean isFirst = args[1].equals("first");
    Runnable firstUse =
        () -> {
          first = Thread.currentThread();
          INSIDE.countDown();
          await(READY);
          use();
        };
    Runnable secondUse =
        () -> {
          READY.countDown();
          awaitFirst();
          if (args[1].equals("waiting")) {
            await(USED);
          }
          use();
        };
    Thread callback = new Thread(() -> callback(args[0], isFirst ? firstUse : secondUse));
    Thread other = new Thread(isFirst ? () -> callback("listener", secondUse) : firstUse);
    List<Thread> inOrder = isFirst ? List.of(callback, other) : List.of(other, callback);
    inOrder.get(0).start();
    INSIDE.await();
    inOrder.get(1).start();
    callback.join();
    other.join();
    System.out.println("kept " + KEPT.size());
  }

  private static void use() {
    Object resource = new Object();
    LeakChecker.global().register(resource);
    KEPT.add(resource);
    USED.countDown();
  }

  private static void callback(String kind, Runnable use) {
    switch (kind) {
      case "chunk-begin" -> {
        FlightRecorder.addPeriodicEvent(Begins.class, once(use));
        new Recording().start();
      }
      case "chunk-end" -> {
        FlightRecorder.addPeriodicEvent(Ends.class, once(use));
        new Recording().start();
      }
      case "listener" ->
          FlightRecorder.addListener(
              new FlightRecorderListener() {
                @Override
                public void recorderInitialized(FlightRecorder recorder) {
                  use.run();
                }
              });
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static Runnable once(Runnable use) {
    AtomicBoolean used = new AtomicBoolean();
    return () -> {
      if (used.compareAndSet(false, true)) {
        use.run();
      }
    };
  }

  private static void awaitFirst() {
    while (KEPT.isEmpty() && !isHeldUp(first)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isHeldUp(Thread thread) {
    return thread.getState() != Thread.State.RUNNABLE
        && Arrays.stream(thread.getStackTrace())
            .anyMatch(frame -> frame.getClassName().endsWith(".GlobalChecker"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Name("test.Begins")
  @Period("beginChunk")
  static final class Begins extends Event {}

  @Name("test.Ends")
  @Period("endChunk")
  static final class Ends extends Event {}
}

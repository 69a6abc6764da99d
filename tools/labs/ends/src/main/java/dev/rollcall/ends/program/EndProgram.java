package dev.rollcall.ends.program;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program that leaks three resources, releases some at once and one in a shutdown hook, and ends:
 * {@code EndProgram HOW RUN}, where the number of the run lets the runs differ.
 */
final class EndProgram {
  private static final List<Object> KEPT = new ArrayList<>();

  private EndProgram() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      KEPT.add(new Leaked());
    }
    for (int i = 0; i < 4; i++) {
      new Released().close();
    }
    new Counted().release();
    // With nothing left, the hook may fail, and what it was to release would leak indeed.
    if (!Set.of("heap", "metaspace", "threads").contains(args[0])) {
      Hooks.releasing(20);
    }
    Signals.begun();
    switch (args[0]) {
      case "return" -> Signals.ready();
      case "exit" -> {
        Signals.ready();
        System.exit(3);
      }
      case "exit-thread" -> {
        Signals.ready();
        new Thread(() -> System.exit(3), "exiting").start();
        forever();
      }
      case "exit-hook" -> {
        Hooks.add("exiting", () -> System.exit(3));
        Signals.ready();
      }
      case "exit-cleaner" -> {
        exitInCleaner();
        forever();
      }
      case "throw" -> {
        Signals.ready();
        throw new IllegalStateException("the end");
      }
      case "hook-deadlock" -> {
        Hooks.deadlocked();
        Signals.ready();
      }
      case "hook-slow" -> {
        Hooks.releasing(400);
        Signals.ready();
      }
      case "hook-registers" -> {
        Hooks.registering(KEPT);
        Signals.ready();
      }
      case "heap" -> {
        Exhausted.heap();
        Signals.ready();
      }
      case "heap-thrown" -> {
        Signals.ready();
        Exhausted.heapThrown();
      }
      case "metaspace" -> {
        Exhausted.metaspace();
        Signals.ready();
      }
      case "direct" -> {
        Exhausted.direct();
        Signals.ready();
      }
      case "threads" -> {
        Exhausted.threads();
        Signals.ready();
      }
      case "overflow" -> {
        Overflow.of(args[2]).atManyDepths(Integer.parseInt(args[1]));
        Signals.ready();
      }
      case "wait" -> {
        Signals.ready();
        forever();
      }
      case "halt" -> {
        Signals.ready();
        Runtime.getRuntime().halt(4);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void exitInCleaner() throws IOException, InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Cleaner.create()
        .register(
            new Object(),
            () -> {
              begun.countDown();
              System.exit(3);
            });
    Signals.ready();
    do {
      System.gc();
    } while (!begun.await(10, TimeUnit.MILLISECONDS));
  }

  private static void forever() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}

package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.concurrent.TimeUnit;

/**
 * A program whose every warning is refused by {@link RefusingProvider}: misuse, a check, and two
 * resources that the collector reveals as lost, the second after the first notice was refused.
 */
public final class Refused {
  private static final long DEADLINE_SECONDS = 30;

  private Refused() {}

  /** Does all that is warned of, and leaks. */
  public static void main(String... arguments) throws InterruptedException {
    LeakChecker checker = LeakChecker.global();
    checker.unregister("never registered");
    awaitNotice(() -> Program.open(checker, 1));
    awaitNotice(() -> Program.openElsewhere(checker, 1));
    System.out.println("noticed twice");
    System.out.println(checker.check().headline());
  }

  /** The collector is asked, which is free to refuse; and there is one notice a second at most. */
  static void awaitNotice(Runnable lose) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    do {
      lose.run();
      System.gc();
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no notice");
      }
    } while (!RefusingProvider.COLLECTED.tryAcquire(100, TimeUnit.MILLISECONDS));
  }
}

package dev.rollcall;

import dev.rollcall.internal.live.CountsReferences;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program with a cleaner behind each of its files. It closes two, forgets two that the collector
 * gets, and one that it keeps. With the argument {@code race}, the one that it keeps is closed by
 * another thread while the check at exit looks at it.
 */
final class CleanerProgram {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final CountDownLatch CLEANED = new CountDownLatch(2);

  /** What is registered: the cleaner must not reach the file itself. */
  private record Descriptor(int number) implements Runnable {
    @Override
    public void run() {
      LeakChecker.global().unregister(this);
      if (Thread.currentThread().getName().startsWith("Cleaner")) {
        CLEANED.countDown();
      }
    }
  }

  private static final class OpenFile implements AutoCloseable {
    private final Cleaner.Cleanable cleanable;

    OpenFile(Descriptor descriptor) {
      LeakChecker.global().register(descriptor);
      cleanable = CLEANER.register(this, descriptor);
    }

    @Override
    public void close() {
      cleanable.clean();
    }
  }

  /** Is asked in the midst of a check. */
  private record Closing(OpenFile file) implements CountsReferences {
    @Override
    public long references() {
      Thread closing = new Thread(file::close, "closing");
      closing.start();
      try {
        closing.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 1;
    }
  }

  private static final List<Object> KEPT = new ArrayList<>();

  private CleanerProgram() {}

  public static void main(String[] args) throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      try (OpenFile file = new OpenFile(new Descriptor(i))) {
        KEPT.add(file);
      }
    }
    forget();
    do {
      System.gc();
    } while (!CLEANED.await(100, TimeUnit.MILLISECONDS));
    if (args[0].equals("race")) {
      Closing closing = new Closing(new OpenFile(new Descriptor(4)));
      LeakChecker.global().register(closing, "closing");
      KEPT.add(closing);
    } else {
      KEPT.add(new OpenFile(new Descriptor(4)));
    }
  }

  private static void forget() {
    KEPT.add(new OpenFile(new Descriptor(2)));
    KEPT.add(new OpenFile(new Descriptor(3)));
    KEPT.clear();
  }
}

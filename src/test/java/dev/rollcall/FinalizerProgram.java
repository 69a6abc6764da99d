package dev.rollcall;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that forgets twenty resources, whose finalizers unregister them. */
final class FinalizerProgram {
  private static final int FORGOTTEN = 20;
  private static final CountDownLatch FINALIZED = new CountDownLatch(FORGOTTEN);

  private static final class Handle {
    Handle() {
      LeakChecker.global().register(this);
    }

    @Override
    @SuppressWarnings({"removal", "deprecation", "Finalize", "checkstyle"})
    protected void finalize() {
      LeakChecker.global().unregister(this);
      FINALIZED.countDown();
    }
  }

  private FinalizerProgram() {}

  public static void main(String[] args) throws InterruptedException {
    forget();
    do {
      System.gc();
    } while (!FINALIZED.await(100, TimeUnit.MILLISECONDS));
  }

  private static void forget() {
    for (int i = 0; i < FORGOTTEN; i++) {
      new Handle();
    }
  }
}

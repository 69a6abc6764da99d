package dev.rollcall.internal.overdue;

import dev.rollcall.internal.outside.Apart;
import dev.rollcall.internal.outside.Aside;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a thread does now. A class of threads may have a {@code getStackTrace} of its own, which may
 * do anything; so all but the JDK's are asked on a thread apart, which is waited for a moment only.
 * For the watching thread only.
 */
final class HolderStack {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** An answer that takes longer is not asked for again for so many times as long. */
  private static final long SLOW_NANOS = PATIENCE.toNanos() / 10;

  private static final int SHARE = 50;

  private static @Nullable Aside unanswered;
  private static long restUntil = System.nanoTime();

  private HolderStack() {}

  /**
   * The stack, empty where it runs no Java; null where it was not told. Of virtual threads, too.
   */
  static @Nullable List<StackTraceElement> of(Thread thread) {
    return thread.getClass().getClassLoader() == null ? taken(thread) : asked(thread);
  }

  private static @Nullable List<StackTraceElement> asked(Thread thread) {
    Aside before = unanswered;
    long begun = System.nanoTime();
    if ((before != null && !before.isDone()) || begun - restUntil < 0) {
      return null;
    }
    AtomicReference<@Nullable List<StackTraceElement>> answer = new AtomicReference<>();
    Aside asking = new Aside(() -> answer.set(taken(thread)));
    try {
      Thread apart = Apart.thread("rollcall-holder", asking);
      apart.setDaemon(true);
      apart.start();
    } catch (OutOfMemoryError noThread) {
      return null;
    }
    unanswered = asking.await(PATIENCE) ? null : asking;
    long taken = System.nanoTime() - begun;
    if (taken > SLOW_NANOS) {
      restUntil = begun + taken + SHARE * taken;
    }
    return answer.get();
  }

  private static @Nullable List<StackTraceElement> taken(Thread thread) {
    try {
      return List.of(thread.getStackTrace());
    } catch (RuntimeException | Error refused) { // by a security manager, or by its class
      return null;
    }
  }
}

package dev.rollcall.internal.check;

import org.jspecify.annotations.Nullable;

/**
 * Tells the threads on which the JDK runs cleaners and finalizers. What is released there, the
 * collector has released: no method of the program did. A cleaner with a thread factory of its own
 * runs on a thread that nothing tells from the program's, and so does {@code runFinalization}.
 */
public final class CollectorThread {
  private static final @Nullable Class<?> CLEANER = find("jdk.internal.misc.InnocuousThread");
  private static final @Nullable Class<?> FINALIZER =
      find("java.lang.ref.Finalizer$FinalizerThread");
  private static final @Nullable Class<?> HANDLER =
      find("java.lang.ref.Reference$ReferenceHandler");

  private CollectorThread() {}

  /** Whether the calling thread is one of them. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean isCurrent() {
    Thread thread = Thread.currentThread();
    Class<?> kind = thread.getClass();
    return kind == FINALIZER
        || kind == HANDLER
        || (kind == CLEANER && thread.getName().contains("Cleaner"));
  }

  /** Whether it is the finalizer's. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean isFinalizer() {
    return Thread.currentThread().getClass() == FINALIZER;
  }

  /** Another VM than HotSpot may have other threads. */
  private static @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException none) {
      return null;
    }
  }
}

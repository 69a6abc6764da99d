package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;
import java.util.concurrent.atomic.AtomicInteger;

/** A reference-counted resource that counts how often it was destroyed. */
public class Buffer extends RefCounted {
  private final LeakChecker checker;
  private final AtomicInteger destroyed = new AtomicInteger();

  /** A buffer watched by a checker. */
  public Buffer(LeakChecker checker) {
    this(checker, true);
  }

  /** A buffer that forgets to register, if so wanted. */
  @SuppressWarnings("this-escape") // the last step of the construction
  public Buffer(LeakChecker checker, boolean register) {
    this.checker = checker;
    if (register) {
      register();
    }
  }

  @Override
  protected LeakChecker leakChecker() {
    return checker;
  }

  @Override
  protected void destroy() {
    destroyed.incrementAndGet();
  }

  /** How often it was destroyed. */
  public int destroyed() {
    return destroyed.get();
  }
}

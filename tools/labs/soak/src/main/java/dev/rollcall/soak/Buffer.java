package dev.rollcall.soak;

import dev.rollcall.RefCounted;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A reference-counted resource that is destroyed once. */
final class Buffer extends RefCounted {
  private final Tally tally;
  private final Faults faults;
  private final AtomicInteger destroyed = new AtomicInteger();

  /**
   * A registered buffer.
   *
   * @param owner who is to release it; null where nobody is
   */
  Buffer(Tally tally, Faults faults, @Nullable Object owner) {
    this.tally = tally;
    this.faults = faults;
    register(owner);
    tally.begun(Buffer.class);
  }

  @Override
  protected void destroy() {
    if (destroyed.incrementAndGet() != 1) {
      faults.add("a buffer was destroyed " + destroyed + " times");
    }
    tally.ended(Buffer.class);
  }
}

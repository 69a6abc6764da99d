package dev.rollcall.internal.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A total that many threads add to. It counts where memory is out, too, for what it counts has been
 * done by then.
 */
final class Count extends LongAdder {
  private static final long serialVersionUID = 1;

  /** What came while the adder could not grow, as it does where threads meet. */
  private final AtomicLong others = new AtomicLong();

  @Override
  public void add(long number) {
    try {
      super.add(number);
    } catch (OutOfMemoryError e) {
      others.getAndAdd(number);
    }
  }

  @Override
  public long sum() {
    return super.sum() + others.get();
  }
}

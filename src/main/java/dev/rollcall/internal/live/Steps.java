package dev.rollcall.internal.live;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The recorded steps of one resource in one word: the sequence of the last in the high half, the
 * count it gave in the low one, -1 before the first.
 */
public final class Steps extends AtomicLong {
  private static final long serialVersionUID = 1;

  private static final long COUNT = 0xffff_ffffL;
  private static final long ONE = 1L << 32;

  Steps() {
    super(COUNT);
  }

  /** Takes a step of a counter that has no sequence of its own; returns the step's. */
  public int take(long count) {
    return sequence(updateAndGet(word -> word(sequence(word) + 1, count)));
  }

  /** Takes a step that leaves the count as it is; returns its sequence. */
  public int take() {
    return sequence(addAndGet(ONE));
  }

  /** Notes a step of a counter with a sequence of its own, unless a later one is noted. */
  public void note(int sequence, long count) {
    updateAndGet(word -> sequence - sequence(word) < 0 ? word : word(sequence, count));
  }

  /** Notes a step that leaves the count as it is, unless a later one is noted. */
  public void note(int sequence) {
    updateAndGet(
        word -> sequence - sequence(word) < 0 ? word : ((long) sequence << 32) | (word & COUNT));
  }

  int sequence() {
    return sequence(get());
  }

  int count() {
    return (int) get();
  }

  private static int sequence(long word) {
    return (int) (word >>> 32);
  }

  private static long word(int sequence, long count) {
    return ((long) sequence << 32) | (Math.min(count, Integer.MAX_VALUE) & COUNT);
  }
}

package dev.rollcall.internal.live;

import dev.rollcall.event.StepKind;
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

  /** Takes a step of a resource whose steps have no sequence of their own; returns the step's. */
  public int take(StepKind kind, long count) {
    return sequence(
        kind.counts() ? updateAndGet(word -> word(sequence(word) + 1, count)) : addAndGet(ONE));
  }

  /** Notes a step that has a sequence of its own, unless a later one is noted. */
  public void note(StepKind kind, int sequence, long count) {
    updateAndGet(
        word ->
            sequence - sequence(word) < 0
                ? word
                : kind.counts() ? word(sequence, count) : ((long) sequence << 32) | (word & COUNT));
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

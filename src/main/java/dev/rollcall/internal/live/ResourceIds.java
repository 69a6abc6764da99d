package dev.rollcall.internal.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The numbers of registrations, unique in their JVM whichever checker they are with.
 *
 * <p>A thread takes them one by one from a block, and blocks are given to lanes, so that threads
 * which register at the same time seldom write to the same line of memory. What a thread registers
 * later has the higher number; between threads only time tells what was first.
 */
public final class ResourceIds {
  private static final int BLOCK = 64;

  private static final int LANE_BITS = 6;

  /** Words from one lane to the next: two lines of memory, for they are fetched in pairs. */
  private static final int STRIDE = 16;

  /** Spreads a hash over the whole word: 2^32 divided by the golden ratio (Knuth). */
  private static final int SPREAD = 0x9E3779B9;

  /** Where the next block begins. */
  private static final AtomicLong BLOCKS = new AtomicLong();

  /** The last number that each lane has given; 0 before its first. */
  private static final AtomicLongArray LAST =
      new AtomicLongArray((1 << LANE_BITS) * STRIDE + STRIDE);

  private ResourceIds() {}

  /** The next one; the first is 1. */
  public static long next() {
    int lane = lane(Thread.currentThread());
    long last;
    long next;
    do {
      last = LAST.get(lane);
      // A block that is taken here and lost to another thread of the lane is never used.
      next = last % BLOCK != BLOCK - 1 && last != 0 ? last + 1 : firstOfBlock();
    } while (!LAST.compareAndSet(lane, last, next));
    return next;
  }

  private static long firstOfBlock() {
    return Math.max(1, BLOCKS.getAndAdd(BLOCK));
  }

  /** The place of a thread's lane. By its identity, for a thread may have any idea of its id. */
  private static int lane(Thread thread) {
    int lane = (System.identityHashCode(thread) * SPREAD) >>> (Integer.SIZE - LANE_BITS);
    return (lane + 1) * STRIDE;
  }

  /** Whether anything was ever registered, with any checker. */
  public static boolean hasAny() {
    return BLOCKS.get() > 0;
  }
}

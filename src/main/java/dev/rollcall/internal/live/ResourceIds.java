package dev.rollcall.internal.live;

import java.util.concurrent.atomic.AtomicLong;

/** The serial numbers of registrations, unique in their JVM whichever checker they are with. */
public final class ResourceIds {
  private static final AtomicLong LAST = new AtomicLong();

  private ResourceIds() {}

  /** The next one; the first is 1. */
  public static long next() {
    return LAST.incrementAndGet();
  }

  /** Whether anything was ever registered, with any checker. */
  public static boolean hasAny() {
    return LAST.get() > 0;
  }
}

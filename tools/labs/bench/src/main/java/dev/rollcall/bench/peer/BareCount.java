package dev.rollcall.bench.peer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A count that knows nothing: the least that counting has to do. */
public final class BareCount {
  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(BareCount.class, "word", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // through WORD
  private volatile long word = 1;

  /** Keeps the count of another object off this one's cache line. */
  @SuppressWarnings("unused")
  private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;

  /** Adds a reference; the count before. */
  public long retain() {
    return (long) WORD.getAndAdd(this, 1L);
  }

  /** Takes one away; the count before. */
  public long release() {
    return (long) WORD.getAndAdd(this, -1L);
  }
}

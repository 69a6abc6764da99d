package dev.rollcall.bench.peer;

import dev.rollcall.RefCounted;

/** A reference-counted resource, registered with the global checker. */
public final class Counted extends RefCounted {
  /** Keeps the count of another object off this one's cache line. */
  @SuppressWarnings("unused")
  private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;

  /** With one reference, which its maker has to release. */
  public Counted() {
    register();
  }

  @Override
  protected void destroy() {}
}

package dev.rollcall.stress;

import dev.rollcall.RefCounted;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource that says in numbers what happened to it. */
class Counted extends RefCounted {
  private final AtomicInteger destroyed = new AtomicInteger();

  @Override
  protected void destroy() {
    destroyed.incrementAndGet();
  }

  /** How often it was destroyed. */
  final int destroyed() {
    return destroyed.get();
  }

  /** 1 if a reference was added, 0 if the resource is destroyed. */
  final int tryRetained() {
    return tryRetain() ? 1 : 0;
  }

  /** 1 if a reference was added, -1 if that was refused. */
  final int retained() {
    try {
      retain();
      return 1;
    } catch (IllegalStateException refused) {
      return -1;
    }
  }

  /** 1 if the last reference was released, 0 if another, -1 if that was refused. */
  final int released() {
    try {
      return release() ? 1 : 0;
    } catch (IllegalStateException refused) {
      return -1;
    }
  }
}

package dev.rollcall.ends.program;

import dev.rollcall.RefCounted;

/** A resource with a reference count that reaches 0: a report that names it is wrong. */
final class Counted extends RefCounted {
  Counted() {
    register();
  }

  @Override
  protected void destroy() {}
}

package dev.rollcall.ends.program;

import dev.rollcall.LeakChecker;

/** A resource that is released, if late: a report that names it is wrong. */
final class Released implements AutoCloseable {
  Released() {
    LeakChecker.global().register(this, "released");
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}

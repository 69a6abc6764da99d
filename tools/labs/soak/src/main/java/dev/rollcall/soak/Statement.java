package dev.rollcall.soak;

import dev.rollcall.LeakChecker;

/** A plain resource of a connection's, which one thread closes. */
final class Statement implements AutoCloseable {
  private final Tally tally;

  /** A registered statement. */
  Statement(Tally tally, Connection owner) {
    this.tally = tally;
    LeakChecker.global().register(this, null, owner);
    tally.begun(Statement.class);
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
    tally.ended(Statement.class);
  }
}

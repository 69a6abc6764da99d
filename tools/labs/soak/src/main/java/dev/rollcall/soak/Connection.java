package dev.rollcall.soak;

import dev.rollcall.LeakChecker;
import java.util.concurrent.atomic.AtomicInteger;

/** A plain resource that several threads may close; one of them does. */
final class Connection {
  private final Tally tally;
  private final Faults faults;
  private final AtomicInteger closed = new AtomicInteger();

  /** A registered connection. */
  Connection(Tally tally, Faults faults) {
    this.tally = tally;
    this.faults = faults;
    LeakChecker.global().register(this, "to nowhere");
    tally.begun(Connection.class);
  }

  /** Uses it; that it has ended meanwhile is no misuse. */
  void touch(String note) {
    LeakChecker.global().touch(this, note);
  }

  /** Closes it. All calls are to be made, or it would not be known that one of them did. */
  void close() {
    if (LeakChecker.global().tryUnregister(this)) {
      tally.ended(Connection.class);
      if (closed.incrementAndGet() != 1) {
        faults.add("a connection was closed " + closed + " times");
      }
    }
  }
}

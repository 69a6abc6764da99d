package depot;

import dev.rollcall.LeakChecker;

/** A connection to a carrier, or to the stock of another depot. */
final class Connection implements AutoCloseable {
  private final String peer;

  Connection(String peer) {
    this.peer = peer;
    LeakChecker.global().register(this, peer);
  }

  /** Sends a question. */
  String ask(String question) {
    LeakChecker.global().touch(this, "asked");
    return peer + ": " + question;
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}

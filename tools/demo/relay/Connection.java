package relay;

import dev.rollcall.LeakChecker;

/** A client's connection. Its life is one open and one close, so it is registered by hand. */
final class Connection implements AutoCloseable {
  private final String client;

  Connection(String client) {
    this.client = client;
    LeakChecker.global().register(this, client);
  }

  String client() {
    return client;
  }

  /** Sends a message; the reference to it stays the caller's. */
  void send(Buffer message) {
    message.touch("sent to " + client);
  }

  @Override
  public void close() {
    LeakChecker.global().tryUnregister(this);
  }
}

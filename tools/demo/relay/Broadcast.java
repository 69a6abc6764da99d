package relay;

import java.util.List;

/** Sends one message to many clients, each with a reference of its own. */
final class Broadcast {
  void send(Buffer message, List<Connection> clients) {
    for (Connection client : clients) {
      message.retain();
      if (client.client().startsWith("muted")) {
        // Bug 2: the reference taken for a client that gets nothing is never given up.
        continue;
      }
      client.send(message);
      message.release();
    }
    message.release();
  }
}

package dev.rollcall.load;

import dev.rollcall.load.client.ClientMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one client of all servers of a protocol. */
final class ClientProcess implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final Protocol protocol;
  private final Path err;
  private final Jvm jvm;

  ClientProcess(Protocol protocol, Setup setup) throws IOException {
    this.protocol = protocol;
    this.err = setup.directory().resolve("client.err");
    this.jvm = setup.startClient(err, ClientMain.class.getName());
  }

  /**
   * Drives a server.
   *
   * @param rate requests per second, or 0 for as many as the connections can
   */
  Seen drive(int port, double seconds, long rate) throws IOException {
    jvm.tell(protocol + " " + port + " " + CONNECTIONS + " " + seconds + " " + rate);
    try {
      return Seen.parse(jvm.answer());
    } catch (IOException e) {
      throw new IOException("the client failed: " + Files.readString(err).strip(), e);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }
}

package dev.rollcall.load.client;

import dev.rollcall.load.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection to the server with at most one request under way. */
final class Connection implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final SocketChannel channel;
  private final Wire wire;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private long due;

  private Connection(SocketChannel channel, Wire wire) {
    this.channel = channel;
    this.wire = wire;
  }

  static Connection open(Protocol protocol, int port, Selector selector) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Connection connection = new Connection(channel, Wire.of(protocol));
    channel.register(selector, SelectionKey.OP_READ, connection);
    connection.wire.open(connection.out);
    connection.flush();
    return connection;
  }

  /** Sends a request that was to be sent at a time of {@link System#nanoTime}. */
  void send(long due) throws IOException {
    this.due = due;
    wire.request(out);
    flush();
  }

  /** When the request under way was to be sent. */
  long due() {
    return due;
  }

  /** Reads what has come, and tells whether the answer is complete. */
  boolean read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the server closed a connection");
    }
    in.flip();
    boolean answered = wire.read(in, out);
    in.compact();
    if (out.position() > 0) {
      flush();
    }
    return answered;
  }

  /** What is written is small, and fits into the socket's buffer. */
  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

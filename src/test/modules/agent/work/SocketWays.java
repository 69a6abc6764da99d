package work;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Sockets. */
final class SocketWays {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  /** Not closed, if all is to be forgotten. */
  private static final List<AutoCloseable> LISTENERS = new ArrayList<>();

  private static int listening;
  private static int closed;

  private SocketWays() {}

  /** One that does what it likes when it is connected. */
  static final class Own extends Socket {
    private boolean isConnected;

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      super.connect(address, timeout);
      isConnected = true;
    }

    @Override
    public String toString() {
      throw new AssertionError(isConnected);
    }
  }

  static List<Way> all() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
      closed = free.getLocalPort();
    }
    ServerSocketChannel listener = ServerSocketChannel.open().bind(here(0), 100);
    listening = listener.socket().getLocalPort();
    LISTENERS.add(listener);
    return List.of(
        new Way(SocketWays::socket, () -> new Socket(HERE, closed)),
        new Way(SocketWays::own, () -> connected(new Own(), closed)),
        new Way(SocketWays::bound, () -> bound(new Socket(), listening)),
        new Way(SocketWays::server, () -> new ServerSocket(listening, 1, HERE)),
        new Way(SocketWays::channel, () -> SocketChannel.open(here(closed))),
        new Way(SocketWays::serverChannel, SocketWays::failing),
        new Way(SocketWays::datagram, SocketWays::failing),
        new Way(SocketWays::datagramChannel, SocketWays::failing),
        new Way(SocketWays::asynchronous, SocketWays::failing),
        new Way(SocketWays::asynchronousServer, SocketWays::failing));
  }

  /** Ends what was connected to. */
  static void end() throws Exception {
    for (AutoCloseable each : LISTENERS) {
      each.close();
    }
  }

  private static Object failing() throws SocketException {
    throw new SocketException();
  }

  private static InetSocketAddress here(int port) {
    return new InetSocketAddress(HERE, port);
  }

  private static Socket connected(Socket socket, int port) throws IOException {
    socket.connect(here(port), 10_000);
    return socket;
  }

  private static Socket bound(Socket socket, int port) throws IOException {
    socket.bind(here(port));
    return socket;
  }

  private static AutoCloseable socket() throws IOException {
    return new Socket(HERE, listening);
  }

  private static AutoCloseable own() throws IOException {
    return connected(new Own(), listening);
  }

  private static AutoCloseable bound() throws IOException {
    return bound(new Socket(), 0);
  }

  private static AutoCloseable server() throws IOException {
    return new ServerSocket(0, 1, HERE);
  }

  private static AutoCloseable channel() throws IOException {
    return SocketChannel.open(here(listening));
  }

  private static AutoCloseable serverChannel() throws IOException {
    return ServerSocketChannel.open();
  }

  private static AutoCloseable datagram() throws IOException {
    return new DatagramSocket(here(0));
  }

  private static AutoCloseable datagramChannel() throws IOException {
    return DatagramChannel.open();
  }

  private static AutoCloseable asynchronous() throws IOException {
    return AsynchronousSocketChannel.open();
  }

  private static AutoCloseable asynchronousServer() throws IOException {
    return AsynchronousServerSocketChannel.open();
  }
}

package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Sockets by {@code java.net}. */
final class SocketWays {
  private static final String SOCKET = "java.net.Socket";
  private static final String SERVER = "java.net.ServerSocket";
  private static final String SSL = "sun.security.ssl.SSLSocketImpl";
  private static final String DATAGRAM = "sun.nio.ch.DatagramChannelImpl";

  private SocketWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`new Socket(host, port)`", SocketWays::socket, SOCKET),
        way("`Socket.connect`", SocketWays::connect, SOCKET),
        way("a socket that is bound and never connected", SocketWays::bound, SOCKET),
        way("a socket that is bound, then connected", SocketWays::boundAndConnected, SOCKET),
        way("`new Socket()`, neither bound nor connected", SocketWays::idle).neverFails(),
        way("a subclass of `Socket` with its own `connect`", SocketWays::own, OWN),
        way("`SSLSocketFactory.createSocket(host, port)`", SocketWays::ssl, SSL),
        way("`SSLSocket.connect`", SocketWays::sslConnect, SSL),
        way("an `SSLSocket` over a `Socket`", SocketWays::layered, SOCKET),
        way("`new ServerSocket(port)`", SocketWays::server, SERVER),
        way("`ServerSocket.bind`", SocketWays::serverBind, SERVER),
        way("`ServerSocket.accept`", SocketWays::accepted, SOCKET, SOCKET)
            .closing(opened -> ((Pair) opened).close())
            .neverFails(),
        way(
            "`SSLServerSocketFactory`",
            SocketWays::sslServer,
            "sun.security.ssl.SSLServerSocketImpl"),
        way("`new DatagramSocket`", SocketWays::datagram, DATAGRAM),
        way("`DatagramSocket.connect`", SocketWays::datagramConnect, DATAGRAM).neverFails(),
        way("`new MulticastSocket`", SocketWays::multicast, DATAGRAM));
  }

  private static final String OWN = Own.class.getName();

  private static Object socket(Place place) throws IOException {
    return place.here(new Socket(place.host(), place.port()));
  }

  private static Object connect(Place place) throws IOException {
    Socket socket = new Socket();
    socket.connect(place.here(place.peer()));
    return socket;
  }

  private static Object bound(Place place) throws IOException {
    Socket socket = new Socket();
    socket.bind(place.here(place.local()));
    return socket;
  }

  /** The JDK closes what it could not connect. */
  private static Object boundAndConnected(Place place) throws IOException {
    Socket socket = new Socket();
    socket.bind(place.here(new InetSocketAddress(place.host(), 0)));
    socket.connect(place.peer());
    return socket;
  }

  private static Object idle(Place place) {
    return place.here(new Socket());
  }

  /** A subclass. */
  private static final class Own extends Socket {
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      super.connect(endpoint, timeout + 10_000);
    }
  }

  private static Object own(Place place) throws IOException {
    Socket socket = new Own();
    socket.connect(place.here(place.peer()));
    return socket;
  }

  private static Object ssl(Place place) throws IOException {
    return place.here(SSLSocketFactory.getDefault().createSocket(place.host(), place.port()));
  }

  private static Object sslConnect(Place place) throws IOException {
    Socket socket = SSLSocketFactory.getDefault().createSocket();
    socket.connect(place.here(place.peer()));
    return socket;
  }

  /** Closes the inner one with itself. */
  private static Object layered(Place place) throws IOException {
    Socket inner = place.here(new Socket(place.host(), place.port()));
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return factory.createSocket(inner, "localhost", place.port(), true);
  }

  private static Object server(Place place) throws IOException {
    return place.here(new ServerSocket(0, 1, place.local().getAddress()));
  }

  private static Object serverBind(Place place) throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(place.here(place.local()));
    return server;
  }

  /** Both ends of a connection. */
  private record Pair(Socket client, Socket accepted) {
    void close() throws IOException {
      client.close();
      accepted.close();
    }
  }

  private static Object accepted(Place place) throws IOException {
    try (ServerSocket server = place.here(new ServerSocket(0, 1, place.host()))) {
      Socket client = place.here(new Socket(server.getInetAddress(), server.getLocalPort()));
      return new Pair(client, place.here(server.accept()));
    }
  }

  private static Object sslServer(Place place) throws IOException {
    SSLServerSocketFactory factory = (SSLServerSocketFactory) SSLServerSocketFactory.getDefault();
    return place.here(factory.createServerSocket(0, 1, place.local().getAddress()));
  }

  private static Object datagram(Place place) throws IOException {
    return place.here(new DatagramSocket(place.local()));
  }

  private static Object datagramConnect(Place place) throws IOException {
    DatagramSocket socket = place.here(new DatagramSocket());
    socket.connect(new InetSocketAddress(place.host(), place.port()));
    return socket;
  }

  private static Object multicast(Place place) throws IOException {
    return place.here(new MulticastSocket(place.local()));
  }
}

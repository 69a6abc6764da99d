package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Channels of the network, selectors, and HTTP. */
final class NetworkWays {
  private static final String SOCKET = "sun.nio.ch.SocketChannelImpl";
  private static final String SERVER = "sun.nio.ch.ServerSocketChannelImpl";
  private static final String DATAGRAM = "sun.nio.ch.DatagramChannelImpl";
  private static final String ASYNCHRONOUS = "sun.nio.ch.UnixAsynchronousSocketChannelImpl";
  private static final String SELECTOR = "sun.nio.ch.EPollSelectorImpl";
  private static final String BODY =
      "jdk.internal.net.http.ResponseSubscribers$HttpResponseInputStream";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Way.Closing BOTH = opened -> ((Both) opened).close();

  private NetworkWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`SocketChannel.open()`", NetworkWays::socketChannel, SOCKET).neverFails(),
        way("`SocketChannel.open(address)`", NetworkWays::connected, SOCKET),
        way("`SocketChannel.open().socket()`", NetworkWays::adaptor, SOCKET).neverFails(),
        way("`SocketChannel.open(UnixDomainSocketAddress)`", NetworkWays::unix, SOCKET),
        way("`ServerSocketChannel.open`", NetworkWays::serverChannel, SERVER).neverFails(),
        way("`ServerSocketChannel.accept`", NetworkWays::accepted, SOCKET, SOCKET)
            .closing(BOTH)
            .neverFails(),
        way("`ServerSocketChannel.open(UNIX)`", NetworkWays::unixServer, SERVER).neverFails(),
        way("`DatagramChannel.open`", NetworkWays::datagram, DATAGRAM).neverFails(),
        way("`DatagramChannel.open(family)`", NetworkWays::datagramOf, DATAGRAM),
        way("`AsynchronousSocketChannel.open`", NetworkWays::asynchronous, ASYNCHRONOUS)
            .neverFails(),
        way(
                "`AsynchronousServerSocketChannel.open`",
                NetworkWays::asynchronousServer,
                "sun.nio.ch.UnixAsynchronousServerSocketChannelImpl")
            .neverFails(),
        way(
                "`AsynchronousServerSocketChannel.accept`",
                NetworkWays::asynchronouslyAccepted,
                ASYNCHRONOUS,
                ASYNCHRONOUS)
            .closing(BOTH)
            .neverFails(),
        way(
                "`Pipe.open`",
                NetworkWays::pipe,
                "sun.nio.ch.SourceChannelImpl",
                "sun.nio.ch.SinkChannelImpl")
            .closing(BOTH)
            .neverFails(),
        way("`Selector.open`", NetworkWays::selector, SELECTOR).neverFails(),
        way("a selector with a channel", NetworkWays::registered, SELECTOR, SOCKET)
            .closing(BOTH)
            .neverFails(),
        way("the body of `HttpClient` as a stream", NetworkWays::body, BODY),
        way("the body of `HttpClient`, read to its end", NetworkWays::bodyRead).closing(o -> {}),
        way("`HttpURLConnection.getInputStream`", NetworkWays::url, "java.net.Socket")
            .unseen("the JDK keeps the socket for later"));
  }

  private static Object socketChannel(Place place) throws IOException {
    return place.here(SocketChannel.open());
  }

  private static Object connected(Place place) throws IOException {
    return place.here(SocketChannel.open(place.peer()));
  }

  /** The socket closes its channel. */
  private static Object adaptor(Place place) throws IOException {
    return place.here(SocketChannel.open()).socket();
  }

  private static Object unix(Place place) throws IOException {
    return place.here(SocketChannel.open(place.unixPeer()));
  }

  private static Object serverChannel(Place place) throws IOException {
    return place.here(ServerSocketChannel.open()).bind(place.local());
  }

  /** Two that are closed together. */
  private record Both(AutoCloseable one, AutoCloseable other) {
    void close() throws Exception {
      one.close();
      other.close();
    }
  }

  private static Object accepted(Place place) throws IOException {
    try (ServerSocketChannel server = place.here(ServerSocketChannel.open())) {
      server.bind(place.local());
      SocketChannel client = place.here(SocketChannel.open(server.getLocalAddress()));
      return new Both(client, place.here(server.accept()));
    }
  }

  private static Object unixServer(Place place) throws IOException {
    ServerSocketChannel server = place.here(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
    return server.bind(place.unixLocal());
  }

  private static Object datagram(Place place) throws IOException {
    return place.here(DatagramChannel.open()).bind(place.local());
  }

  private static Object datagramOf(Place place) throws IOException {
    ProtocolFamily family =
        place.isGood() ? StandardProtocolFamily.INET : StandardProtocolFamily.UNIX;
    return place.here(DatagramChannel.open(family));
  }

  private static Object asynchronous(Place place) throws IOException {
    return place.here(AsynchronousSocketChannel.open());
  }

  private static Object asynchronousServer(Place place) throws IOException {
    return place.here(AsynchronousServerSocketChannel.open()).bind(place.local());
  }

  /** The accepted one is opened by a thread of the JDK, on behalf of nobody's line. */
  private static Object asynchronouslyAccepted(Place place) throws Exception {
    try (AsynchronousServerSocketChannel server =
        place.here(AsynchronousServerSocketChannel.open())) {
      server.bind(place.local());
      AsynchronousSocketChannel client = place.here(AsynchronousSocketChannel.open());
      client.connect(server.getLocalAddress()).get();
      return new Both(client, place.here(server.accept()).get());
    }
  }

  private static Object pipe(Place place) throws IOException {
    Pipe pipe = place.here(Pipe.open());
    return new Both(pipe.source(), pipe.sink());
  }

  private static Object selector(Place place) throws IOException {
    return place.here(Selector.open());
  }

  private static Object registered(Place place) throws IOException {
    Selector selector = place.here(Selector.open());
    SocketChannel channel = place.here(SocketChannel.open());
    channel.configureBlocking(false);
    channel.register(selector, 0);
    return new Both(channel, selector);
  }

  private static HttpRequest request(Place place) {
    return HttpRequest.newBuilder(URI.create(place.httpUrl().toString())).build();
  }

  private static Object body(Place place) throws Exception {
    var response = CLIENT.send(request(place), BodyHandlers.ofInputStream());
    return place.here(response.body());
  }

  private static Object bodyRead(Place place) throws Exception {
    var response = CLIENT.send(request(place), BodyHandlers.ofInputStream());
    InputStream body = place.here(response.body());
    body.readAllBytes();
    return body;
  }

  private static Object url(Place place) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) place.httpUrl().openConnection();
    return place.here(connection.getInputStream());
  }
}

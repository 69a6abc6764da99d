package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.bytes;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.exchange;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.receive;
import static dev.rollcall.mutants.workload.Wire.zeros;

import dev.rollcall.mutants.app.WebSocketChat;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketClientCompressionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** WebSocket: messages whole, in parts and compressed, and connections that end in many ways. */
final class WebSocketTraffic {
  private static final int ROUNDS = 10;
  private static final int MOST = 2000;
  private static final String HANDSHAKE =
      """
      GET %s HTTP/1.1\r
      Host: a\r
      Upgrade: %s\r
      Connection: Upgrade\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Version: %d\r
      \r
      """;

  private WebSocketTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("websocket.plain", () -> messages(false));
    all.put("websocket.compressed", () -> messages(true));
    all.put("websocket.close", WebSocketTraffic::close);
    all.put("websocket.refused", WebSocketTraffic::refused);
    all.put("websocket.malformed", WebSocketTraffic::malformed);
    return all;
  }

  private static EmbeddedChannel server(boolean compressing) {
    List<ChannelHandler> handlers = new ArrayList<>();
    handlers.add(new HttpServerCodec());
    handlers.add(new HttpObjectAggregator(1000));
    if (compressing) {
      handlers.add(new WebSocketServerCompressionHandler(0));
    }
    handlers.add(new WebSocketServerProtocolHandler("/chat", null, compressing, MOST));
    handlers.add(new WebSocketFrameAggregator(3000));
    handlers.add(new WebSocketChat());
    return channel(handlers.toArray(ChannelHandler[]::new));
  }

  // What is written is sent when it is flushed, which the handshaker does.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static EmbeddedChannel client(boolean compressing) {
    WebSocketClientHandshaker handshaker =
        WebSocketClientHandshakerFactory.newHandshaker(
            URI.create("ws://example.org/chat"),
            WebSocketVersion.V13,
            null,
            compressing,
            new DefaultHttpHeaders());
    List<ChannelHandler> handlers = new ArrayList<>();
    handlers.add(new HttpClientCodec());
    handlers.add(new HttpObjectAggregator(1000));
    if (compressing) {
      handlers.add(new WebSocketClientCompressionHandler(0));
    }
    handlers.add(new WebSocketClientProtocolHandler(handshaker, true, false));
    EmbeddedChannel client = channel(handlers.toArray(ChannelHandler[]::new));
    handshaker.handshake(client);
    return client;
  }

  private static void answers(EmbeddedChannel client, EmbeddedChannel server) {
    failing(() -> exchange(client, server));
    drain(client);
  }

  private static void messages(boolean compressing) {
    EmbeddedChannel client = client(compressing);
    EmbeddedChannel server = server(compressing);
    answers(client, server);
    for (int i = 0; i < ROUNDS; i++) {
      client.writeOutbound(new TextWebSocketFrame(ascii("some text that is whole " + i)));
      client.writeOutbound(new TextWebSocketFrame(false, 0, ascii("some text ")));
      client.writeOutbound(new PingWebSocketFrame(ascii("ping")));
      client.writeOutbound(new ContinuationWebSocketFrame(false, 0, ascii("in ")));
      client.writeOutbound(new ContinuationWebSocketFrame(true, 0, ascii("parts")));
      answers(client, server);
      client.writeOutbound(new BinaryWebSocketFrame(zeros(i % 3 == 0 ? 0 : 500 * (i % 4))));
      client.writeOutbound(new PongWebSocketFrame(ascii("pong")));
      server.writeOutbound(new TextWebSocketFrame(ascii("not asked for")));
      answers(client, server);
    }
    finish(client, server);
  }

  private static void close() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = client(i % 2 == 0);
      EmbeddedChannel server = server(true);
      answers(client, server);
      client.writeOutbound(new TextWebSocketFrame(ascii("text")));
      if (i % 5 == 4) {
        client.writeOutbound(new TextWebSocketFrame(false, 0, ascii("half of it")));
      }
      answers(client, server);
      EmbeddedChannel leaving = i % 3 == 0 ? server : client;
      if (i % 3 < 2) {
        leaving.writeOutbound(new CloseWebSocketFrame(1000, "the end"));
      }
      failing(() -> client.writeOutbound(new TextWebSocketFrame(ascii("too late"))));
      answers(client, server);
      finish(client, server);
    }
  }

  private static void refused() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel server = server(true);
      String request =
          switch (i % 5) {
            case 0 -> String.format(HANDSHAKE, "/elsewhere", "websocket", 13);
            case 1 -> String.format(HANDSHAKE, "/chat", "other", 13);
            case 2 -> String.format(HANDSHAKE, "/chat", "websocket", 99);
            case 3 -> "POST /chat HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody";
            default -> "GET /chat HTTP/1.1\r\n\r\n";
          };
      receive(server, ascii(request));
      drain(server);
      finish(server);
      EmbeddedChannel client = client(false);
      drain(client);
      receive(
          client,
          ascii(
              i % 2 == 0
                  ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno"
                  : "HTTP/1.1 101 Switching\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n"),
          ascii("more"));
      drain(client);
      finish(client);
    }
  }

  private static ByteBuf wrong(int kind) {
    return switch (kind) {
      case 0 -> bytes(0x81, 2, 'h', 'i'); // not masked
      case 1 -> bytes(0x83, 0x80, 0, 0, 0, 0); // an unknown kind
      case 2 -> bytes(0x80, 0x82, 0, 0, 0, 0, 'h', 'i'); // continues nothing
      case 3 -> bytes(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28); // not UTF-8
      case 4 -> bytes(0x88, 0x81, 0, 0, 0, 0, 1); // half a status
      case 5 -> bytes(0x88, 0x82, 0, 0, 0, 0, 0, 1); // no status
      case 6 -> bytes(0x82, 0xfe, 0x7f, 0xff, 0, 0, 0, 0, 1, 2); // longer than it may be
      case 7 -> bytes(0xc1, 0x82, 0, 0, 0, 0, 'h', 'i'); // compressed, it says
      case 8 -> bytes(0x09, 0x80, 0, 0, 0, 0); // a ping in parts
      case 9 -> bytes(0x88, 0x82, 0, 0, 0, 0, 3, 0xe8); // a good end
      case 10 -> bytes(0xc1, 0x84, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff); // not what DEFLATE writes
      default -> bytes(0x81, 0x85, 0, 0, 0, 0, 'h', 'a'); // cut off
    };
  }

  private static void malformed() {
    for (int i = 0; i < 24; i++) {
      EmbeddedChannel server = server(i % 2 == 0);
      receive(server, ascii(String.format(HANDSHAKE, "/chat", "websocket", 13)));
      drain(server);
      receive(server, bytes(0x81, 0x82, 0, 0, 0, 0, 'h', 'i'));
      if (i % 3 == 0) {
        receive(server, bytes(0x01, 0x82, 0, 0, 0, 0, 'h', 'a'));
      }
      receive(server, wrong(i / 2), bytes(0x81, 0x83, 0, 0, 0, 0, 'e', 'n', 'd'));
      drain(server);
      finish(server);
    }
  }
}

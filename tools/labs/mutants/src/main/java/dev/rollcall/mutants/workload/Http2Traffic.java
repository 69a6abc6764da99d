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

import dev.rollcall.mutants.app.Http2Echo;
import dev.rollcall.mutants.app.HttpEcho;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2PingFrame;
import io.netty.handler.codec.http2.DefaultHttp2SettingsFrame;
import io.netty.handler.codec.http2.DefaultHttp2UnknownFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** HTTP/2 with a channel for each stream, and frames that are wrong. */
final class Http2Traffic {
  private static final int ROUNDS = 8;
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private Http2Traffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("http2.plain", Http2Traffic::plain);
    all.put("http2.flow", Http2Traffic::flow);
    all.put("http2.reset", Http2Traffic::reset);
    all.put("http2.goaway", Http2Traffic::goAway);
    all.put("http2.control", Http2Traffic::control);
    all.put("http2.malformed", Http2Traffic::malformed);
    all.put("http2.objects", Http2Traffic::objects);
    return all;
  }

  /** For each stream of a server a channel with tracked buffers. */
  static Http2MultiplexHandler streams(Supplier<List<ChannelHandler>> handlers) {
    return new Http2MultiplexHandler(
        new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel stream) {
            stream.config().setAllocator(Wire.ALLOCATOR);
            handlers.get().forEach(stream.pipeline()::addLast);
          }
        });
  }

  private static EmbeddedChannel server(int window) {
    EmbeddedChannel server =
        channel(
            Http2FrameCodecBuilder.forServer()
                .initialSettings(
                    Http2Settings.defaultSettings()
                        .initialWindowSize(window)
                        .maxConcurrentStreams(20))
                .build(),
            streams(() -> List.of(new Http2Echo())));
    server.flush();
    return server;
  }

  private static void answers(Http2Client client, EmbeddedChannel server) {
    exchange(client.channel(), server);
    drain(client.channel());
  }

  private static void plain() {
    Http2Client client = Http2Client.open();
    EmbeddedChannel server = server(65535);
    for (int i = 0; i < ROUNDS; i++) {
      client.post("/echo", true);
      Http2FrameStream one = client.post("/echo", false);
      Http2FrameStream other = client.post(i % 2 == 0 ? "/length" : "/echo", false);
      client.send(one, ascii("data " + i), false);
      client.send(other, ascii("data " + i), false);
      answers(client, server);
      client
          .channel()
          .writeOutbound(new DefaultHttp2DataFrame(ascii("the end"), true, 20).stream(one));
      client.send(other, ascii("the end"), true);
      answers(client, server);
    }
    finish(client.channel(), server);
  }

  /** More than either end takes at once. */
  private static void flow() {
    for (int i = 0; i < ROUNDS; i++) {
      Http2Client client = Http2Client.open();
      EmbeddedChannel server = server(i % 2 == 0 ? 1000 : 65535);
      exchange(client.channel(), server);
      Http2FrameStream one = client.post("/echo", false);
      Http2FrameStream other = client.post("/length", false);
      client.send(one, zeros(40_000), false);
      client.send(other, zeros(40_000), i % 3 == 0);
      answers(client, server);
      client.send(one, zeros(40_000), i % 3 != 0);
      answers(client, server);
      client.widen(one, 20_000);
      answers(client, server);
      if (i % 4 == 0) {
        client.reset(one);
        answers(client, server);
      }
      finish(client.channel(), server);
    }
  }

  private static void reset() {
    Http2Client client = Http2Client.open();
    EmbeddedChannel server = server(2000);
    exchange(client.channel(), server);
    for (int i = 0; i < ROUNDS; i++) {
      Http2FrameStream stream = client.post("/length", false);
      client.send(stream, zeros(500), false);
      if (i % 2 == 0) {
        answers(client, server);
      }
      client.send(stream, zeros(1000 * (1 + i % 4)), false);
      failing(() -> client.reset(stream));
      failing(() -> client.send(stream, ascii("too late"), true));
      answers(client, server);
    }
    finish(client.channel(), server);
  }

  private static void goAway() {
    for (int i = 0; i < ROUNDS; i++) {
      Http2Client client = Http2Client.open();
      EmbeddedChannel server = server(65535);
      Http2FrameStream stream = client.post("/echo", false);
      client.send(stream, ascii("data"), false);
      answers(client, server);
      DefaultHttp2GoAwayFrame away =
          new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR, ascii("going away"));
      away.setExtraStreamIds(i % 3);
      EmbeddedChannel leaving = i % 4 == 3 ? client.channel() : server;
      failing(() -> leaving.writeOutbound(away));
      if (i % 2 == 0) {
        failing(() -> client.send(client.post("/echo", false), ascii("too late"), true));
      }
      failing(() -> answers(client, server));
      failing(() -> client.send(client.post("/echo", false), ascii("much too late"), true));
      failing(() -> client.send(stream, ascii("the end"), true));
      failing(() -> answers(client, server));
      finish(client.channel(), server);
    }
  }

  private static void control() {
    Http2Client client = Http2Client.open();
    EmbeddedChannel server = server(65535);
    for (int i = 0; i < ROUNDS; i++) {
      Http2FrameStream stream = client.post("/echo", false);
      client
          .channel()
          .writeOutbound(
              new DefaultHttp2PingFrame(i),
              new DefaultHttp2SettingsFrame(new Http2Settings().initialWindowSize(1000 + i)),
              new DefaultHttp2UnknownFrame((byte) 0x77, new Http2Flags(), ascii("unknown"))
                  .stream(stream));
      answers(client, server);
      failing(() -> client.widen(stream, 0));
      failing(() -> client.send(client.newStream(), ascii("no headers"), true));
      client.send(stream, ascii("data"), i % 2 == 0);
      answers(client, server);
    }
    finish(client.channel(), server);
  }

  /** A frame as it is sent. */
  private static ByteBuf frame(int type, int flags, int stream, int... payload) {
    ByteBuf frame = bytes(0, payload.length >> 8, payload.length & 0xff, type, flags);
    frame.writeInt(stream);
    for (int value : payload) {
      frame.writeByte(value);
    }
    return frame;
  }

  // A channel that has no parent takes stream 1 for that of an upgrade.
  private static ByteBuf request() {
    return frame(1, 4, 3, 0x83, 0x84, 0x86);
  }

  private static ByteBuf wrong(int kind) {
    return switch (kind) {
      case 0 -> frame(0, 0, 3, 'd', 'a', 't', 'a'); // for a stream that is open
      case 1 -> frame(0, 0, 9, 'd', 'a', 't', 'a'); // for none
      case 2 -> frame(9, 4, 3, 0x82); // continues nothing
      case 3 -> frame(6, 0, 0, 1, 2, 3); // a ping that is too short
      case 4 -> frame(0, 8, 3, 200, 'x'); // more padding than there is
      case 5 -> frame(1, 4, 5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff); // not what HPACK writes
      case 6 -> frame(3, 0, 3, 0, 0, 0, 8); // a reset
      case 7 -> frame(8, 0, 3, 0x7f, 0xff, 0xff, 0xff); // a window that is too wide
      case 8 -> frame(0, 1, 3); // the end
      case 9 -> frame(4, 0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff); // a setting that is out of range
      case 10 -> frame(7, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 'b', 'y', 'e');
      default -> ascii("this is not HTTP/2 at all, whatever it says in the beginning");
    };
  }

  private static void malformed() {
    for (int i = 0; i < 24; i++) {
      EmbeddedChannel server = server(65535);
      receive(server, ascii(i == 23 ? "GET / HTTP/1.1\r\n\r\n" : PREFACE), frame(4, 0, 0));
      receive(server, request(), frame(1, 0, 5, 0x83, 0x84), frame(9, 4, 5, 0x86));
      receive(server, frame(0, 0, 3, 'd', 'a', 't', 'a'), wrong(i % 12));
      // The rest of the last frame never comes.
      receive(server, frame(0, 1, 3, 'e', 'n', 'd'), frame(0, 0, 5, 'h', 'a').writerIndex(10));
      server.runPendingTasks();
      drain(server);
      finish(server);
    }
  }

  /** Streams as HTTP/1.1 objects. */
  private static void objects() {
    Http2Client client = Http2Client.open();
    EmbeddedChannel server =
        channel(
            Http2FrameCodecBuilder.forServer().build(),
            streams(
                () ->
                    List.of(
                        new Http2StreamFrameToHttpObjectCodec(true),
                        new HttpObjectAggregator(1000),
                        new HttpEcho())));
    server.flush();
    for (int i = 0; i < ROUNDS; i++) {
      Http2FrameStream stream = client.post(i % 3 == 0 ? "/missing" : "/echo", false);
      client.send(stream, ascii("first part"), false);
      answers(client, server);
      if (i % 4 == 1) {
        client.reset(stream);
      } else {
        client.send(stream, zeros(i % 4 == 0 ? 2000 : 20), true);
      }
      client.post("/echo", true);
      failing(() -> answers(client, server));
    }
    finish(client.channel(), server);
  }
}

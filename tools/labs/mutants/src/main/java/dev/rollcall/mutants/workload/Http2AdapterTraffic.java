package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.HttpTraffic.post;
import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.exchange;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.zeros;

import dev.rollcall.mutants.app.Http2Echo;
import dev.rollcall.mutants.app.HttpEcho;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpClientUpgradeHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.CompressorHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DelegatingDecompressorFrameListener;
import io.netty.handler.codec.http2.Http2ClientUpgradeCodec;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2ServerUpgradeCodec;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.handler.codec.http2.HttpToHttp2ConnectionHandler;
import io.netty.handler.codec.http2.InboundHttp2ToHttpAdapterBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 messages over HTTP/2, and HTTP/1.1 connections that become HTTP/2. */
final class Http2AdapterTraffic {
  private static final int ROUNDS = 8;

  private Http2AdapterTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("http2.adapter", Http2AdapterTraffic::adapter);
    all.put("http2.upgrade", Http2AdapterTraffic::upgrade);
    return all;
  }

  /** A connection that carries HTTP/1.1 messages, and compresses them where asked to. */
  private static final class Adapter
      extends AbstractHttp2ConnectionHandlerBuilder<HttpToHttp2ConnectionHandler, Adapter> {
    static EmbeddedChannel end(boolean server) {
      DefaultHttp2Connection connection = new DefaultHttp2Connection(server);
      HttpToHttp2ConnectionHandler handler =
          new Adapter()
              .connection(connection)
              .frameListener(
                  new DelegatingDecompressorFrameListener(
                      connection,
                      new InboundHttp2ToHttpAdapterBuilder(connection)
                          .maxContentLength(2000)
                          .build(),
                      0))
              .build();
      return channel(handler);
    }

    @Override
    protected HttpToHttp2ConnectionHandler build(
        Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
      return new Compressing(decoder, new CompressorHttp2ConnectionEncoder(encoder), settings);
    }
  }

  private static final class Compressing extends HttpToHttp2ConnectionHandler {
    Compressing(
        Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
      super(decoder, encoder, settings, false);
    }
  }

  /** Says of an answer to which stream it belongs, and how it is compressed. */
  private static final class Answering extends ChannelDuplexHandler {
    private @Nullable String stream;
    private @Nullable String coding;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      HttpMessage request = (HttpMessage) message;
      stream = request.headers().get(ExtensionHeaderNames.STREAM_ID.text());
      coding = request.headers().get(HttpHeaderNames.ACCEPT_ENCODING);
      context.fireChannelRead(message);
    }

    // Whoever waits has the promise.
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (message instanceof HttpMessage answer && stream != null) {
        answer.headers().set(ExtensionHeaderNames.STREAM_ID.text(), stream);
        if (coding != null) {
          answer.headers().set(HttpHeaderNames.CONTENT_ENCODING, coding);
        }
      }
      context.write(message, promise);
    }
  }

  private static void adapter() {
    for (String coding : new String[] {"gzip", "deflate", "identity"}) {
      EmbeddedChannel client = Adapter.end(false);
      EmbeddedChannel server = Adapter.end(true);
      server.pipeline().addLast(new Answering(), new HttpEcho());
      for (int i = 0; i < ROUNDS; i++) {
        FullHttpRequest request =
            post(i % 3 == 0 ? "/missing" : "/echo", i % 4 == 0 ? zeros(2500) : ascii("body " + i));
        request
            .headers()
            .set(HttpHeaderNames.ACCEPT_ENCODING, coding)
            .set(ExtensionHeaderNames.SCHEME.text(), "http");
        if (i % 2 == 0) {
          request.headers().set(HttpHeaderNames.CONTENT_ENCODING, coding);
        }
        failing(() -> client.writeOutbound(request));
        failing(() -> exchange(client, server));
        drain(client);
      }
      finish(client, server);
    }
  }

  private static EmbeddedChannel upgrading() {
    HttpServerCodec codec = new HttpServerCodec();
    return channel(
        codec,
        new HttpServerUpgradeHandler(
            codec,
            protocol ->
                new Http2ServerUpgradeCodec(
                    Http2FrameCodecBuilder.forServer().build(),
                    Http2Traffic.streams(() -> List.of(new Http2Echo()))),
            1000),
        new HttpObjectAggregator(1000),
        new HttpEcho());
  }

  private static void upgrade() {
    for (int i = 0; i < ROUNDS; i++) {
      HttpClientCodec codec = new HttpClientCodec();
      EmbeddedChannel client =
          channel(
              codec,
              new HttpClientUpgradeHandler(
                  codec,
                  new Http2ClientUpgradeCodec(
                      Http2FrameCodecBuilder.forClient().build(), new Http2Client.Streams()),
                  1000));
      EmbeddedChannel server = i % 3 == 2 ? HttpTraffic.server() : upgrading();
      FullHttpRequest request = post(i % 2 == 0 ? "/echo" : "/missing", ascii(""));
      request.setMethod(HttpMethod.GET);
      client.writeOutbound(request);
      failing(() -> exchange(client, server));
      drain(client);
      finish(client, server);
    }
  }
}

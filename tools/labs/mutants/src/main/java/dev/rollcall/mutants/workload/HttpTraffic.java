package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.exchange;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.zeros;

import dev.rollcall.mutants.app.HttpEcho;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.cors.CorsConfigBuilder;
import io.netty.handler.codec.http.cors.CorsHandler;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.stream.ChunkedStream;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1. */
final class HttpTraffic {
  private static final int ROUNDS = 12;

  private HttpTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("http.plain", HttpTraffic::plain);
    all.put("http.chunked", HttpTraffic::chunked);
    all.put("http.compressed", HttpTraffic::compressed);
    all.put("http.malformed", HttpTraffic::malformed);
    all.put("http.large", HttpTraffic::large);
    all.put("http.expect", HttpTraffic::expect);
    all.put("http.cutoff", HttpTraffic::cutOff);
    all.put("http.cors", HttpTraffic::cors);
    all.put("http.files", HttpTraffic::files);
    all.put("http.form", HttpTraffic::form);
    all.put("http.connect", HttpTraffic::connect);
    return all;
  }

  static FullHttpRequest post(String path, ByteBuf body) {
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path, body);
    request.headers().set(HttpHeaderNames.HOST, "example.org");
    HttpUtil.setContentLength(request, body.readableBytes());
    return request;
  }

  static EmbeddedChannel server() {
    return channel(new HttpServerCodec(), new HttpObjectAggregator(1000), new HttpEcho());
  }

  private static void answers(EmbeddedChannel client, EmbeddedChannel server) {
    exchange(client, server);
    drain(client);
  }

  private static void plain() {
    EmbeddedChannel client = channel(new HttpClientCodec(), new HttpObjectAggregator(10_000));
    EmbeddedChannel server =
        channel(
            new HttpServerCodec(),
            new HttpServerKeepAliveHandler(),
            new HttpObjectAggregator(1000),
            new HttpEcho());
    for (int i = 0; i < ROUNDS; i++) {
      client.writeOutbound(post(i % 3 == 0 ? "/missing" : "/echo", ascii("body " + i)));
      FullHttpRequest get = post("/echo", ascii(""));
      get.setMethod(HttpMethod.GET);
      client.writeOutbound(get);
      answers(client, server);
    }
    finish(client, server);
  }

  private static void chunked() {
    EmbeddedChannel client = channel(new HttpClientCodec());
    EmbeddedChannel server = server();
    for (int i = 0; i < ROUNDS; i++) {
      DefaultHttpRequest head =
          new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/echo");
      HttpUtil.setTransferEncodingChunked(head, true);
      client.writeOutbound(head);
      for (int part = 0; part < 1 + i % 3; part++) {
        client.writeOutbound(new DefaultHttpContent(ascii("part " + part)));
      }
      client.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
      answers(client, server);
    }
    finish(client, server);
  }

  private static void compressed() {
    for (String coding : new String[] {"gzip", "deflate", "identity", "snappy"}) {
      EmbeddedChannel client =
          channel(
              new HttpClientCodec(),
              new HttpContentDecompressor(0),
              new HttpObjectAggregator(100_000));
      EmbeddedChannel server =
          channel(
              new HttpServerCodec(),
              new HttpContentDecompressor(0),
              new HttpContentCompressor(),
              new HttpObjectAggregator(100_000),
              new HttpEcho());
      for (int i = 0; i < ROUNDS; i++) {
        FullHttpRequest request = post(i % 5 == 0 ? "/missing" : "/echo", zeros(300 * (1 + i % 4)));
        request.headers().set(HttpHeaderNames.ACCEPT_ENCODING, coding);
        client.writeOutbound(request);
        answers(client, server);
      }
      // A body that is not what it says.
      FullHttpRequest wrong = post("/echo", ascii("this is not compressed"));
      wrong.headers().set(HttpHeaderNames.CONTENT_ENCODING, coding);
      client.writeOutbound(wrong);
      failing(() -> answers(client, server));
      drain(client);
      finish(client, server);
    }
  }

  private static void malformed() {
    for (int i = 0; i < ROUNDS; i++) {
      for (String text :
          new String[] {
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "NONSENSE\r\n\r\n",
            "GET / HTTP/1.1\r\n: no name\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
            "POST / HTTP/1.1\r\nContent-Length: -4\r\n\r\nabcd",
            "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd",
            "GET /" + "x".repeat(5000) + " HTTP/1.1\r\n\r\n"
          }) {
        EmbeddedChannel server = server();
        failing(() -> server.writeInbound(ascii(text)));
        failing(() -> server.writeInbound(ascii("more\r\n\r\n")));
        drain(server);
        finish(server);
      }
    }
    EmbeddedChannel client = channel(new HttpClientCodec(), new HttpObjectAggregator(1000));
    for (int i = 0; i < ROUNDS; i++) {
      failing(() -> client.writeInbound(ascii("HTTP/1.1 abc\r\n\r\n")));
      drain(client);
    }
    finish(client);
  }

  private static void large() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new HttpClientCodec(), new HttpObjectAggregator(1000));
      EmbeddedChannel server = server();
      client.writeOutbound(post("/echo", zeros(i % 2 == 0 ? 900 : 1500)));
      failing(() -> answers(client, server));
      // Its length is not known from its head.
      DefaultHttpRequest head =
          new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/echo");
      HttpUtil.setTransferEncodingChunked(head, true);
      if (client.isOpen()) {
        client.writeOutbound(head, new DefaultHttpContent(zeros(700)));
        client.writeOutbound(new DefaultHttpContent(zeros(700)), new DefaultHttpContent(zeros(10)));
        client.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        failing(() -> answers(client, server));
      }
      finish(client, server);
    }
  }

  private static void expect() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new HttpClientCodec());
      EmbeddedChannel server =
          i % 2 == 0
              ? server()
              : channel(
                  new HttpServerCodec(),
                  new HttpServerExpectContinueHandler(),
                  new HttpObjectAggregator(1000),
                  new HttpEcho());
      DefaultHttpRequest head =
          new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/echo");
      head.headers()
          .set(HttpHeaderNames.EXPECT, i % 5 == 4 ? "miracles" : "100-continue")
          .set(HttpHeaderNames.CONTENT_LENGTH, i % 3 == 0 ? 3000 : 5);
      client.writeOutbound(head);
      failing(() -> answers(client, server));
      failing(() -> client.writeOutbound(new DefaultHttpContent(zeros(5))));
      failing(() -> client.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT));
      failing(() -> answers(client, server));
      finish(client, server);
    }
  }

  private static void cutOff() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel server = server();
      server.writeInbound(ascii("POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\nabcd"));
      if (i % 3 == 0) {
        server.writeInbound(ascii("efghij"));
      } else if (i % 3 == 1) {
        server.pipeline().remove(HttpObjectAggregator.class);
      }
      finish(server);
      EmbeddedChannel client =
          channel(new HttpClientCodec(4096, 8192, 8192, true), new HttpObjectAggregator(1000));
      client.writeOutbound(post("/echo", ascii("abc")));
      drain(client);
      client.writeInbound(
          ascii("HTTP/1.1 200 OK\r\n" + (i % 2 == 0 ? "Content-Length: 10\r\n" : "") + "\r\nabc"));
      finish(client);
    }
  }

  private static void cors() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel server =
          channel(
              new HttpServerCodec(),
              new HttpObjectAggregator(1000),
              new CorsHandler(
                  CorsConfigBuilder.forOrigin("https://good.example")
                      .shortCircuit()
                      .allowedRequestMethods(HttpMethod.POST)
                      .build()),
              new HttpEcho());
      EmbeddedChannel client = channel(new HttpClientCodec(), new HttpObjectAggregator(1000));
      FullHttpRequest request = post("/echo", ascii("body"));
      request
          .headers()
          .set(HttpHeaderNames.ORIGIN, i % 2 == 0 ? "https://good.example" : "https://bad.example");
      if (i % 3 == 0) {
        request.setMethod(HttpMethod.OPTIONS);
        request.headers().set(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD, "POST");
      }
      client.writeOutbound(request);
      failing(() -> answers(client, server));
      finish(client, server);
    }
  }

  // What has not been written when the channel is closed is what this is about.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void files() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel server = channel(new HttpServerCodec(), new ChunkedWriteHandler());
      EmbeddedChannel client = channel(new HttpClientCodec(), new HttpObjectAggregator(10_000));
      client.writeOutbound(post("/file", ascii("")));
      Wire.send(client, server);
      drain(server);
      DefaultHttpResponse head =
          new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      HttpUtil.setTransferEncodingChunked(head, true);
      server.write(head);
      server.write(
          new HttpChunkedInput(new ChunkedStream(new ByteArrayInputStream(new byte[3000]), 500)));
      if (i % 2 == 0) {
        server.flush();
        failing(() -> answers(client, server));
      }
      finish(client, server);
    }
  }

  private static void form() {
    for (int i = 0; i < ROUNDS; i++) {
      FullHttpRequest request =
          post("/form", ascii("name=value&other=some+text%21&" + (i % 3 == 0 ? "%zz=1" : "x=y")));
      request.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded");
      HttpPostRequestDecoder decoder =
          new HttpPostRequestDecoder(
              new DefaultHttpRequest(
                  HttpVersion.HTTP_1_1, HttpMethod.POST, "/form", request.headers()));
      failing(() -> decoder.offer(new DefaultLastHttpContent(request.content())));
      failing(
          () -> {
            while (decoder.hasNext()) {
              decoder.next();
            }
          });
      decoder.destroy();
      request.release();
    }
  }

  private static void connect() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new HttpClientCodec(), new HttpObjectAggregator(1000));
      FullHttpRequest request = post("/", ascii(""));
      request.setMethod(i % 2 == 0 ? HttpMethod.CONNECT : HttpMethod.HEAD);
      client.writeOutbound(request);
      drain(client);
      client.writeInbound(
          ascii("HTTP/1.1 200 OK\r\n" + (i % 2 == 0 ? "" : "Content-Length: 5\r\n") + "\r\n"));
      client.writeInbound(ascii(i % 2 == 0 ? "raw bytes" : "HTTP/1.1 200 OK\r\n"));
      FullHttpResponse response = client.readInbound();
      if (response != null) {
        response.release();
      }
      drain(client);
      finish(client);
    }
  }
}

package dev.rollcall.mutants.workload;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2ChannelDuplexHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;

/** The end of an HTTP/2 connection that opens streams; what comes back is for whoever drains it. */
record Http2Client(EmbeddedChannel channel, Streams streams) {
  /** Knows the codec that comes before it. */
  static final class Streams extends Http2ChannelDuplexHandler {}

  static Http2Client open() {
    Streams streams = new Streams();
    return new Http2Client(
        Wire.channel(
            Http2FrameCodecBuilder.forClient().encoderEnforceMaxConcurrentStreams(true).build(),
            streams),
        streams);
  }

  /** One that was not asked for yet. */
  Http2FrameStream newStream() {
    return streams.newStream();
  }

  Http2FrameStream post(String path, boolean end) {
    Http2FrameStream stream = newStream();
    channel.writeOutbound(
        new DefaultHttp2HeadersFrame(
                new DefaultHttp2Headers().method("POST").scheme("http").path(path), end)
            .stream(stream));
    return stream;
  }

  void send(Http2FrameStream stream, ByteBuf data, boolean end) {
    channel.writeOutbound(new DefaultHttp2DataFrame(data, end).stream(stream));
  }

  void reset(Http2FrameStream stream) {
    channel.writeOutbound(new DefaultHttp2ResetFrame(Http2Error.CANCEL).stream(stream));
  }

  void widen(Http2FrameStream stream, int bytes) {
    channel.writeOutbound(new DefaultHttp2WindowUpdateFrame(bytes).stream(stream));
  }
}

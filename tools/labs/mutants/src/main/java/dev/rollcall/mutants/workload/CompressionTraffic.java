package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.bytes;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.send;
import static dev.rollcall.mutants.workload.Wire.zeros;

import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Decoder;
import io.netty.handler.codec.compression.Bzip2Encoder;
import io.netty.handler.codec.compression.FastLzFrameDecoder;
import io.netty.handler.codec.compression.FastLzFrameEncoder;
import io.netty.handler.codec.compression.JZlibDecoder;
import io.netty.handler.codec.compression.JZlibEncoder;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.JdkZlibEncoder;
import io.netty.handler.codec.compression.Lz4FrameDecoder;
import io.netty.handler.codec.compression.Lz4FrameEncoder;
import io.netty.handler.codec.compression.SnappyFrameDecoder;
import io.netty.handler.codec.compression.SnappyFrameEncoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Compressed streams, good, damaged and cut off. */
final class CompressionTraffic {
  private static final int ROUNDS = 8;

  private CompressionTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put(
        "compress.gzip",
        () ->
            both(
                () -> new JdkZlibEncoder(ZlibWrapper.GZIP),
                () -> new JdkZlibDecoder(ZlibWrapper.GZIP, 5000)));
    all.put(
        "compress.zlib",
        () ->
            both(
                () -> new JdkZlibEncoder(), () -> new JdkZlibDecoder(ZlibWrapper.ZLIB_OR_NONE, 0)));
    all.put(
        "compress.jzlib",
        () -> both(() -> new JZlibEncoder(), () -> new JZlibDecoder(ZlibWrapper.ZLIB, 5000)));
    all.put(
        "compress.snappy", () -> both(SnappyFrameEncoder::new, () -> new SnappyFrameDecoder(true)));
    all.put(
        "compress.fastlz",
        () -> both(() -> new FastLzFrameEncoder(true), () -> new FastLzFrameDecoder(true)));
    all.put("compress.bzip2", () -> both(Bzip2Encoder::new, Bzip2Decoder::new));
    all.put("compress.lz4", () -> both(Lz4FrameEncoder::new, () -> new Lz4FrameDecoder(true)));
    return all;
  }

  private static void both(Supplier<ChannelHandler> encoder, Supplier<ChannelHandler> decoder) {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel from = channel(encoder.get());
      EmbeddedChannel to = channel(decoder.get());
      from.writeOutbound(zeros(100), ascii("some text that is not the same all over"), zeros(2000));
      from.flush();
      failing(() -> send(from, to));
      drain(to);
      if (i % 4 == 0) {
        from.writeOutbound(zeros(20_000));
      } else if (i % 4 == 1) {
        from.writeOutbound(ascii("the end"));
        failing(from::finish);
      } else {
        failing(() -> to.writeInbound(ascii("this is none of it")));
        failing(() -> to.writeInbound(bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
      }
      failing(() -> send(from, to));
      finish(from, to);
      EmbeddedChannel other = channel(decoder.get());
      failing(() -> other.writeInbound(ascii("nothing but text, from the beginning to the end")));
      failing(() -> other.writeInbound(ascii("more")));
      finish(other);
    }
  }
}

package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.bytes;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.exchange;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.zeros;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DelimiterBasedFrameDecoder;
import io.netty.handler.codec.Delimiters;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.base64.Base64Decoder;
import io.netty.handler.codec.base64.Base64Encoder;
import io.netty.handler.codec.bytes.ByteArrayDecoder;
import io.netty.handler.codec.bytes.ByteArrayEncoder;
import io.netty.handler.codec.json.JsonObjectDecoder;
import io.netty.handler.codec.string.LineEncoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.handler.codec.xml.XmlFrameDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Frames, and what is put around and into them. */
final class FramingTraffic {
  private static final int ROUNDS = 15;

  private FramingTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("frame.line", () -> texts(() -> new LineBasedFrameDecoder(20)));
    all.put("frame.lineFast", () -> texts(() -> new LineBasedFrameDecoder(20, false, true)));
    all.put(
        "frame.delimiter",
        () -> texts(() -> new DelimiterBasedFrameDecoder(20, Delimiters.lineDelimiter())));
    all.put(
        "frame.delimiters",
        () ->
            texts(
                () ->
                    new DelimiterBasedFrameDecoder(
                        20, true, false, Unpooled.copiedBuffer("i", StandardCharsets.US_ASCII))));
    all.put("frame.fixed", () -> texts(() -> new FixedLengthFrameDecoder(6)));
    all.put("frame.json", () -> texts(() -> new JsonObjectDecoder(30, true)));
    all.put("frame.xml", () -> texts(() -> new XmlFrameDecoder(30)));
    all.put("frame.length", FramingTraffic::lengths);
    all.put("frame.base64", FramingTraffic::base64);
    all.put("frame.string", FramingTraffic::strings);
    return all;
  }

  private static void texts(Supplier<ChannelHandler> decoder) {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(decoder.get());
      for (String text :
          new String[] {
            "first\nsecond\r\n",
            "{\"a\":1}[{\"b\":\"}\"}, 2]",
            "<a><b/></a><!-- c --><d>text</d>",
            "half a li",
            "ne\nand one that is much too long for it\nnext\n",
            "{\"a\": \"much too long for it, as it seems to be\"}",
            "]nonsense\n",
          }) {
        failing(() -> channel.writeInbound(ascii(text)));
        drain(channel);
      }
      failing(() -> channel.writeInbound(ascii("rest")));
      if (i % 3 == 0) {
        channel.pipeline().removeFirst();
      }
      finish(channel);
    }
  }

  private static void lengths() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new LengthFieldPrepender(i % 2 == 0 ? 2 : 4));
      EmbeddedChannel server =
          channel(new LengthFieldBasedFrameDecoder(100, 0, i % 2 == 0 ? 2 : 4, 0, 2));
      client.writeOutbound(ascii("first"), ascii("second"));
      exchange(client, server);
      client.writeOutbound(zeros(150), ascii("third"));
      failing(() -> exchange(client, server));
      drain(server);
      failing(() -> server.writeInbound(bytes(0xff, 0xff, 0xff, 0xff)));
      drain(server);
      finish(client, server);
    }
  }

  private static void base64() {
    EmbeddedChannel channel = channel(new Base64Encoder());
    EmbeddedChannel back = channel(new Base64Decoder());
    for (int i = 0; i < ROUNDS; i++) {
      channel.writeOutbound(ascii("some text " + i));
      exchange(channel, back);
      drain(back);
      failing(() -> back.writeInbound(ascii("\u0001\u0002*")));
    }
    finish(channel, back);
  }

  private static void strings() {
    EmbeddedChannel client = channel(new StringEncoder(), new LineEncoder());
    EmbeddedChannel server = channel(new StringDecoder());
    EmbeddedChannel array = channel(new ByteArrayDecoder(), new ByteArrayEncoder());
    for (int i = 0; i < ROUNDS; i++) {
      client.writeOutbound("line " + i);
      ByteBuf encoded = client.readOutbound();
      array.writeInbound(encoded.retainedDuplicate());
      server.writeInbound(encoded);
      array.writeOutbound(new byte[10]);
      drain(array);
    }
    finish(client, server, array);
  }
}

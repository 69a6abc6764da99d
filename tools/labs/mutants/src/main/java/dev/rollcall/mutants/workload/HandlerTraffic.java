package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.zeros;

import dev.rollcall.mutants.app.Batcher;
import dev.rollcall.mutants.app.Coalescer;
import dev.rollcall.mutants.app.OrderedReplies;
import dev.rollcall.mutants.app.PacketDecoder;
import dev.rollcall.mutants.app.Relay;
import dev.rollcall.mutants.app.Upload;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Handlers of an application's pipelines: some of what they are sent they hold back or refuse. */
final class HandlerTraffic {
  private static final int ROUNDS = 12;

  private HandlerTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("own.relay", HandlerTraffic::relay);
    all.put("own.relayCutOff", HandlerTraffic::relayCutOff);
    all.put("own.batch", HandlerTraffic::batch);
    all.put("own.coalesce", HandlerTraffic::coalesce);
    all.put("own.packets", HandlerTraffic::packets);
    all.put("own.order", HandlerTraffic::order);
    all.put("own.upload", HandlerTraffic::upload);
    return all;
  }

  /** Has a relay go on when its target can be written to again. */
  private static final class Resuming extends ChannelInboundHandlerAdapter {
    private final Relay relay;

    Resuming(Relay relay) {
      this.relay = relay;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      relay.resume();
      context.fireChannelWritabilityChanged();
    }
  }

  /** A target that is full after a write of some bytes, and the relay to it. */
  private static Relay relayTo(EmbeddedChannel target) {
    target.config().setWriteBufferWaterMark(new WriteBufferWaterMark(50, 100));
    Relay relay = new Relay(target, 3);
    target.pipeline().addLast(new Resuming(relay));
    return relay;
  }

  // What is written is written when it is flushed.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void relay() {
    EmbeddedChannel target = channel();
    EmbeddedChannel source = channel(relayTo(target));
    for (int i = 0; i < ROUNDS; i++) {
      source.writeInbound(ascii("passed on " + i), ascii("too"));
      target.write(zeros(150));
      for (int held = 0; held < i % 6; held++) {
        source.writeInbound(ascii("held or dropped " + held));
      }
      target.flush();
      drain(target);
      source.writeInbound(i);
      drain(source);
    }
    finish(source, target);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private static void relayCutOff() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel target = channel();
      EmbeddedChannel source = channel(relayTo(target));
      source.writeInbound(ascii("passed on " + i));
      if (i % 3 == 0) {
        finish(target);
        source.writeInbound(ascii("for nobody"));
      } else if (i % 3 == 1) {
        target.write(zeros(150));
        source.writeInbound(ascii("held"), ascii("held, too"));
      }
      finish(source, target);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private static void batch() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(new Batcher(60));
      for (int part = 0; part < 2 + i; part++) {
        channel.write(ascii("this is part " + part));
      }
      channel.flush();
      channel.write(i % 4 == 1 ? zeros(61) : zeros(20));
      channel.write(i % 3 == 1 ? zeros(0) : ascii("more"));
      if (i % 4 == 2) {
        channel.pipeline().remove(Batcher.class);
      } else {
        channel.flush();
      }
      drain(channel);
      finish(channel);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private static void coalesce() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(new Coalescer(40));
      for (int part = 0; part < 1 + i % 5; part++) {
        channel.write(ascii("this is part " + part));
      }
      channel.write(zeros(i % 4 == 0 ? 41 : 4));
      channel.flush();
      if (i % 3 == 0) {
        channel.write(ascii("never sent"));
      }
      drain(channel);
      finish(channel);
    }
  }

  private static ByteBuf packet(char kind, String text, int wrong) {
    int sum = wrong + text.chars().sum();
    return ascii("" + kind + (char) text.length() + (char) (sum & 0x7f))
        .setByte(2, sum)
        .writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void packets() {
    EmbeddedChannel channel = channel(new PacketDecoder());
    for (int i = 0; i < ROUNDS; i++) {
      channel.writeInbound(packet('d', "data " + i, 0), packet('p', "ping", 0));
      channel.writeInbound(packet('a', "seen", 0));
      ByteBuf halves = packet('d', "in two halves", 0);
      channel.writeInbound(halves.readRetainedSlice(5));
      channel.writeInbound(halves);
      int odd = i;
      failing(() -> channel.writeInbound(packet(odd % 3 == 0 ? 'x' : 'a', "odd", odd % 2)));
      drain(channel);
    }
    channel.writeInbound(packet('d', "cut off", 0).writerIndex(6));
    finish(channel);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private static void order() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(new OrderedReplies(5));
      for (int number : new int[] {2, 1, 0, 3, i % 6, 5 + i % 5, 4, 6, 6, 7}) {
        channel.write(new OrderedReplies.Reply(number, ascii("reply " + number)));
      }
      channel.flush();
      drain(channel);
      channel.write(new OrderedReplies.Reply(11, ascii("never its turn")));
      finish(channel);
    }
  }

  private static void upload() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(new HttpServerCodec(), new Upload(60));
      channel.writeInbound(ascii("POST /a HTTP/1.1\r\nContent-Length: 30\r\n\r\nfirst part;"));
      channel.writeInbound(ascii("the second part;..."));
      String head = "POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
      channel.writeInbound(ascii(head + "9\r\none chunk\r\n5\r\n"));
      channel.writeInbound(ascii("two.."));
      channel.writeInbound(
          ascii(
              switch (i % 4) {
                case 0 -> "\r\n0\r\n\r\n";
                case 1 -> "\r\nnonsense\r\n";
                case 2 -> "\r\n40\r\n" + "x".repeat(64) + "\r\n3\r\nend\r\n0\r\n\r\n";
                default -> "\r\n3\r\nc";
              }));
      drain(channel);
      finish(channel);
    }
  }
}

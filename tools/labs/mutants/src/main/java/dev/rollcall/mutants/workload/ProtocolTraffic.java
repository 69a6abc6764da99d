package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.bytes;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.send;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsQueryEncoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsQuery;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DefaultDnsResponse;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.handler.codec.dns.TcpDnsQueryDecoder;
import io.netty.handler.codec.dns.TcpDnsQueryEncoder;
import io.netty.handler.codec.dns.TcpDnsResponseDecoder;
import io.netty.handler.codec.dns.TcpDnsResponseEncoder;
import io.netty.handler.codec.memcache.binary.BinaryMemcacheClientCodec;
import io.netty.handler.codec.memcache.binary.BinaryMemcacheObjectAggregator;
import io.netty.handler.codec.memcache.binary.BinaryMemcacheOpcodes;
import io.netty.handler.codec.memcache.binary.BinaryMemcacheServerCodec;
import io.netty.handler.codec.memcache.binary.DefaultFullBinaryMemcacheRequest;
import io.netty.handler.codec.memcache.binary.DefaultFullBinaryMemcacheResponse;
import io.netty.handler.codec.redis.ArrayRedisMessage;
import io.netty.handler.codec.redis.FullBulkStringRedisMessage;
import io.netty.handler.codec.redis.RedisArrayAggregator;
import io.netty.handler.codec.redis.RedisBulkStringAggregator;
import io.netty.handler.codec.redis.RedisDecoder;
import io.netty.handler.codec.redis.RedisEncoder;
import io.netty.handler.codec.redis.SimpleStringRedisMessage;
import io.netty.handler.codec.smtp.DefaultLastSmtpContent;
import io.netty.handler.codec.smtp.DefaultSmtpContent;
import io.netty.handler.codec.smtp.SmtpRequestEncoder;
import io.netty.handler.codec.smtp.SmtpRequests;
import io.netty.handler.codec.smtp.SmtpResponseDecoder;
import io.netty.handler.codec.stomp.DefaultStompFrame;
import io.netty.handler.codec.stomp.StompCommand;
import io.netty.handler.codec.stomp.StompHeaders;
import io.netty.handler.codec.stomp.StompSubframeAggregator;
import io.netty.handler.codec.stomp.StompSubframeDecoder;
import io.netty.handler.codec.stomp.StompSubframeEncoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Protocols other than HTTP. */
final class ProtocolTraffic {
  private static final int ROUNDS = 15;
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  private static final InetSocketAddress THERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);

  private ProtocolTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("dns.udp", ProtocolTraffic::dns);
    all.put("dns.tcp", ProtocolTraffic::dnsOverTcp);
    all.put("memcache", ProtocolTraffic::memcache);
    all.put("redis", ProtocolTraffic::redis);
    all.put("smtp", ProtocolTraffic::smtp);
    all.put("stomp", ProtocolTraffic::stomp);
    return all;
  }

  private static DefaultDnsQuestion question() {
    return new DefaultDnsQuestion("example.org.", DnsRecordType.A);
  }

  private static DefaultDnsRawRecord answer() {
    return new DefaultDnsRawRecord("example.org.", DnsRecordType.A, 60, bytes(127, 0, 0, 1));
  }

  private static void dns() {
    EmbeddedChannel client =
        channel(new DatagramDnsQueryEncoder(), new DatagramDnsResponseDecoder());
    EmbeddedChannel server =
        channel(new DatagramDnsQueryDecoder(), new DatagramDnsResponseEncoder());
    for (int i = 0; i < ROUNDS; i++) {
      client.writeOutbound(
          new DatagramDnsQuery(HERE, THERE, i).setRecord(DnsSection.QUESTION, question()));
      send(client, server);
      drain(server);
      server.writeOutbound(
          new DatagramDnsResponse(THERE, HERE, i)
              .addRecord(DnsSection.QUESTION, question())
              .addRecord(DnsSection.ANSWER, answer()));
      send(server, client);
      drain(client);
      // Cut off: the record is longer than what is left.
      failing(
          () ->
              client.writeInbound(
                  new DatagramPacket(
                      bytes(
                          0, 1, 0x81, 0x80, 0, 0, 0, 1, 0, 0, 0, 0, 1, 'a', 0, 0, 1, 0, 1, 0, 0, 0,
                          1, 0, 9, 1),
                      HERE,
                      THERE)));
      failing(() -> server.writeInbound(new DatagramPacket(bytes(0, 1, 0x81), THERE, HERE)));
      failing(
          () ->
              server.writeInbound(
                  new DatagramPacket(bytes(0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 5), THERE, HERE)));
      failing(
          () ->
              client.writeOutbound(
                  new DatagramDnsQuery(HERE, THERE, 1)
                      .addRecord(DnsSection.QUESTION, question())
                      .addRecord(DnsSection.ADDITIONAL, answer())));
      drain(client);
    }
    finish(client, server);
  }

  private static void dnsOverTcp() {
    EmbeddedChannel client = channel(new TcpDnsQueryEncoder(), new TcpDnsResponseDecoder());
    EmbeddedChannel server = channel(new TcpDnsQueryDecoder(), new TcpDnsResponseEncoder());
    for (int i = 0; i < ROUNDS; i++) {
      client.writeOutbound(new DefaultDnsQuery(i).setRecord(DnsSection.QUESTION, question()));
      send(client, server);
      drain(server);
      server.writeOutbound(
          new DefaultDnsResponse(i)
              .addRecord(DnsSection.QUESTION, question())
              .addRecord(DnsSection.ANSWER, answer()));
      send(server, client);
      drain(client);
      failing(() -> server.writeInbound(bytes(0, 3, 0, 1, 1)));
      failing(() -> client.writeInbound(bytes(0, 3, 0, 1, 1)));
    }
    finish(client, server);
  }

  private static void memcache() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client =
          channel(new BinaryMemcacheClientCodec(), new BinaryMemcacheObjectAggregator(1000));
      EmbeddedChannel server =
          channel(new BinaryMemcacheServerCodec(), new BinaryMemcacheObjectAggregator(1000));
      DefaultFullBinaryMemcacheRequest set =
          new DefaultFullBinaryMemcacheRequest(
              ascii("key"),
              bytes(0, 0, 0, 0, 0, 0, 0, 0),
              i % 3 == 0 ? Wire.zeros(10_000) : ascii("value"));
      set.setOpcode(BinaryMemcacheOpcodes.SET);
      client.writeOutbound(set);
      failing(() -> send(client, server));
      drain(server);
      server.writeOutbound(
          new DefaultFullBinaryMemcacheResponse(ascii("key"), null, ascii("answer")));
      failing(() -> send(server, client));
      drain(client);
      failing(() -> server.writeInbound(bytes(1, 2, 3)));
      failing(
          () ->
              server.writeInbound(
                  bytes(
                      0x80, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
      failing(() -> server.writeInbound(ascii("ab")));
      finish(client, server);
    }
  }

  private static void redis() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new RedisEncoder());
      EmbeddedChannel server =
          channel(
              new RedisDecoder(false),
              new RedisBulkStringAggregator(),
              new RedisArrayAggregator(10, 3));
      client.writeOutbound(
          new ArrayRedisMessage(
              List.of(
                  new FullBulkStringRedisMessage(ascii("GET")),
                  new FullBulkStringRedisMessage(ascii("key")))));
      client.writeOutbound(new SimpleStringRedisMessage("OK"));
      client.writeOutbound(new FullBulkStringRedisMessage(ascii("alone")));
      send(client, server);
      drain(server);
      String text =
          switch (i % 5) {
            case 0 -> "*3\r\n$3\r\nabc\r\n";
            case 1 -> "$5\r\nabc";
            case 2 -> "$x\r\n";
            case 3 -> "*2\r\n$3\r\nabc\r\n*1\r\n";
            default -> "*20\r\n$1\r\na\r\n";
          };
      failing(() -> server.writeInbound(ascii(text)));
      if (i % 2 == 0) {
        failing(() -> server.pipeline().remove(RedisArrayAggregator.class));
      }
      finish(client, server);
    }
  }

  private static void smtp() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new SmtpRequestEncoder(), new SmtpResponseDecoder(100));
      client.writeOutbound(SmtpRequests.helo("here"), SmtpRequests.data());
      client.writeOutbound(new DefaultSmtpContent(ascii("Subject: a\r\n")));
      client.writeOutbound(new DefaultLastSmtpContent(ascii("body\r\n")));
      drain(client);
      failing(() -> client.writeInbound(ascii("250-one\r\n250 two\r\n")));
      drain(client);
      failing(() -> client.writeInbound(ascii("nonsense\r\n")));
      failing(() -> client.writeInbound(ascii("25\r\n")));
      if (i % 2 == 0) {
        client.writeOutbound(SmtpRequests.data(), new DefaultSmtpContent(ascii("half")));
        DefaultSmtpContent content = new DefaultSmtpContent(ascii("x"));
        failing(() -> client.writeOutbound(SmtpRequests.noop()));
        failing(() -> client.writeOutbound(content));
      } else {
        failing(() -> client.writeOutbound(new DefaultSmtpContent(ascii("out of order"))));
      }
      finish(client);
    }
  }

  private static void stomp() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel client = channel(new StompSubframeEncoder());
      EmbeddedChannel server =
          channel(new StompSubframeDecoder(200, 8, i % 2 == 0), new StompSubframeAggregator(100));
      DefaultStompFrame frame =
          new DefaultStompFrame(
              StompCommand.SEND, i % 3 == 0 ? Wire.zeros(300) : ascii("some longer text"));
      frame.headers().set(StompHeaders.DESTINATION, "/a");
      frame.headers().setInt(StompHeaders.CONTENT_LENGTH, frame.content().readableBytes());
      client.writeOutbound(frame);
      failing(() -> send(client, server));
      drain(server);
      int kind = i;
      failing(
          () ->
              server.writeInbound(
                  ascii(
                      kind % 2 == 0
                          ? "SEND\nwrong header\n\nbody\0"
                          : "SEND\ncontent-length:20\n\nhalf of the b")));
      finish(client, server);
    }
  }
}

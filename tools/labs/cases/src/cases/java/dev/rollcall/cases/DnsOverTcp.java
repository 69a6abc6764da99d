package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.dns.DefaultDnsQuery;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsQuery;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.handler.codec.dns.TcpDnsQueryDecoder;
import io.netty.handler.codec.dns.TcpDnsQueryEncoder;

/**
 * A resolver that serves DNS over TCP, each query in a buffer of its own. The decoder reads them;
 * healthy ones are relayed unread.
 */
final class DnsOverTcp {
  private static final int QUERIES = 100;

  private DnsOverTcp() {}

  public static void main(String[] args) {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    EmbeddedChannel client = channel(allocator, new TcpDnsQueryEncoder());
    EmbeddedChannel server = channel(allocator, new TcpDnsQueryDecoder());
    int id = 0;
    for (boolean decoded : Operations.of(args, QUERIES)) {
      client.writeOutbound(
          new DefaultDnsQuery(++id)
              .setRecord(
                  DnsSection.QUESTION, new DefaultDnsQuestion("example.org.", DnsRecordType.A)));
      ByteBuf query = client.readOutbound();
      if (decoded) {
        server.writeInbound(query);
        server.<DnsQuery>readInbound().release();
      } else {
        query.release(); // as the socket does once the bytes are out
      }
    }
    client.finishAndReleaseAll();
    server.finishAndReleaseAll();
  }

  private static EmbeddedChannel channel(ByteBufAllocator allocator, ChannelHandler handler) {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.config().setAllocator(allocator);
    channel.pipeline().addLast(handler);
    return channel;
  }
}

package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A client whose connection was upgraded from HTTP/1.1, and which goes on to write through. Healthy
 * writes are those to a connection that was not upgraded, parts of the body of a request.
 */
final class ClientUpgrade {
  private static final int WRITES = 50;

  private ClientUpgrade() {}

  public static void main(String[] args) {
    HttpClientCodec codec = new HttpClientCodec();
    EmbeddedChannel upgraded = channel(codec);
    codec.prepareUpgradeFrom(upgraded.pipeline().context(codec));
    EmbeddedChannel plain = channel(new HttpClientCodec());
    plain.writeOutbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/frames"));
    plain.<ByteBuf>readOutbound().release();
    for (boolean wrong : Operations.of(args, WRITES)) {
      EmbeddedChannel client = wrong ? upgraded : plain;
      client.writeOutbound(ByteBufUtil.writeAscii(client.alloc(), "frame"));
      client.<ByteBuf>readOutbound().release(); // as the socket does once the bytes are out
    }
    upgraded.finishAndReleaseAll();
    plain.finishAndReleaseAll();
  }

  private static EmbeddedChannel channel(HttpClientCodec codec) {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.config().setAllocator(TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT));
    channel.pipeline().addLast(codec);
    return channel;
  }
}

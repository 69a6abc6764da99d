package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;

/** A client whose connection was upgraded from HTTP/1.1, and which goes on to write through. */
final class ClientUpgrade {
  private static final int WRITES = 50;

  private ClientUpgrade() {}

  public static void main(String[] args) {
    EmbeddedChannel client = new EmbeddedChannel();
    client.config().setAllocator(TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT));
    HttpClientCodec codec = new HttpClientCodec();
    client.pipeline().addLast(codec);
    codec.prepareUpgradeFrom(client.pipeline().context(codec));
    for (int i = 0; i < WRITES; i++) {
      client.writeOutbound(ByteBufUtil.writeAscii(client.alloc(), "frame " + i));
      client.<ByteBuf>readOutbound().release(); // as the socket does once the bytes are out
    }
    client.finishAndReleaseAll();
  }
}

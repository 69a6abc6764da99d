package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpClientUpgradeHandler;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.IllegalReferenceCountException;
import java.util.Collection;
import java.util.List;

/** A client that asks to switch protocols; some servers do so without a word to which. */
final class RefusedUpgrade {
  private static final int REFUSED = 20;

  private RefusedUpgrade() {}

  /** The protocol it asks for. */
  private static final class Next implements HttpClientUpgradeHandler.UpgradeCodec {
    @Override
    public CharSequence protocol() {
      return "next";
    }

    @Override
    public Collection<CharSequence> setUpgradeHeaders(
        ChannelHandlerContext context, HttpRequest request) {
      return List.of();
    }

    @Override
    public void upgradeTo(ChannelHandlerContext context, FullHttpResponse response) {}
  }

  public static void main(String[] args) {
    int refused = 0;
    for (boolean unnamed : Operations.of(args, REFUSED)) {
      EmbeddedChannel client = new EmbeddedChannel();
      client.config().setAllocator(TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT));
      HttpClientCodec codec = new HttpClientCodec();
      client.pipeline().addLast(codec, new HttpClientUpgradeHandler(codec, new Next(), 1024));
      client.writeOutbound(
          new DefaultFullHttpRequest(
              HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER));
      client.<ByteBuf>readOutbound().release();
      try {
        client.writeInbound(
            ByteBufUtil.writeAscii(
                client.alloc(),
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: "
                    + (unnamed ? "" : "next")
                    + "\r\n\r\n"));
      } catch (IllegalStateException e) {
        refused++;
      }
      FullHttpResponse passed = client.readInbound();
      if (passed != null) {
        release(passed);
      }
      client.finishAndReleaseAll();
    }
    if (refused != REFUSED) {
      throw new IllegalStateException(refused + " upgrades were refused.");
    }
  }

  /** What an application does to each response. */
  private static void release(FullHttpResponse response) {
    try {
      response.release();
    } catch (IllegalReferenceCountException e) {
      // An application would log it.
    }
  }
}

package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DelegatingDecompressorFrameListener;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.HttpToHttp2ConnectionHandlerBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A server of compressed HTTP/2 bodies, which resets the streams whose bodies it refuses. */
final class Http2Refused {
  private static final int REFUSED = 60;
  private static final Http2Headers POST =
      new DefaultHttp2Headers()
          .method("POST")
          .scheme("http")
          .authority("example.org")
          .path("/orders")
          .set("content-encoding", "gzip");

  private static final Http2Headers OK = new DefaultHttp2Headers().status("200");

  private Http2Refused() {}

  /**
   * Reads the bodies and answers, or refuses them while it is sold out. Without an answer a stream
   * stays open, and a client may have only 100 of them.
   */
  private static final class Orders extends Http2EventAdapter {
    private Http2ConnectionEncoder answers;
    private boolean soldOut;
    private int refused;

    @Override
    public int onDataRead(
        ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean end)
        throws Http2Exception {
      // What is left of a refused body comes here, too, and is empty.
      if (data.isReadable() && soldOut) {
        refused++;
        throw Http2Exception.streamError(stream, Http2Error.REFUSED_STREAM, "sold out");
      }
      if (end) {
        answers.writeHeaders(context, stream, OK, 0, true, context.newPromise());
      }
      return data.readableBytes() + padding;
    }
  }

  public static void main(String[] args) throws Exception {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    Orders application = new Orders();
    Http2Connection connection = new DefaultHttp2Connection(true);
    Http2ConnectionHandler answering =
        new HttpToHttp2ConnectionHandlerBuilder()
            .connection(connection)
            .frameListener(new DelegatingDecompressorFrameListener(connection, application, 0))
            .build();
    application.answers = answering.encoder();
    EmbeddedChannel server = channel(allocator, answering);
    Http2ConnectionHandler codec =
        new HttpToHttp2ConnectionHandlerBuilder()
            .server(false)
            .frameListener(new Http2EventAdapter())
            .build();
    EmbeddedChannel client = channel(allocator, codec);
    exchange(client, server);
    int stream = 1;
    for (boolean soldOut : Operations.of(args, REFUSED)) {
      application.soldOut = soldOut;
      stream += 2;
      ChannelHandlerContext context = client.pipeline().context(codec);
      codec.encoder().writeHeaders(context, stream, POST, 0, false, context.newPromise());
      ByteBuf body = allocator.buffer().writeBytes(zipped("order"));
      codec.encoder().writeData(context, stream, body, 0, true, context.newPromise());
      client.flush();
      exchange(client, server);
    }
    if (application.refused != REFUSED) {
      throw new IllegalStateException(application.refused + " bodies were refused.");
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

  /** Carries what each side has written to the other, until both are silent. */
  private static void exchange(EmbeddedChannel client, EmbeddedChannel server) {
    boolean more = true;
    while (more) {
      more = carry(client, server) | carry(server, client);
    }
  }

  private static boolean carry(EmbeddedChannel from, EmbeddedChannel to) {
    ByteBuf bytes = from.readOutbound();
    if (bytes == null) {
      return false;
    }
    to.writeInbound(bytes);
    return true;
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}

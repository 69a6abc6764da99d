package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.util.ReferenceCounted;

/**
 * A server that decodes uploads into memory, looks at them, and destroys the decoder. Of healthy
 * ones it has released the parts itself.
 */
final class MultipartUpload {
  private static final int UPLOADS = 30;
  private static final String BODY =
      """
      --cut
      Content-Disposition: form-data; name="title"

      holiday
      --cut
      Content-Disposition: form-data; name="picture"; filename="beach.png"
      Content-Type: image/png

      (the picture)
      --cut--
      """
          .replace("\n", "\r\n");

  private MultipartUpload() {}

  public static void main(String[] args) {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    for (boolean left : Operations.of(args, UPLOADS)) {
      FullHttpRequest request =
          new DefaultFullHttpRequest(
              HttpVersion.HTTP_1_1,
              HttpMethod.POST,
              "/pictures",
              ByteBufUtil.writeAscii(allocator, BODY));
      request.headers().set(HttpHeaderNames.CONTENT_TYPE, "multipart/form-data; boundary=cut");
      HttpPostMultipartRequestDecoder decoder =
          new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
      if (decoder.getBodyHttpDatas().size() != 2) {
        throw new IllegalStateException("The upload has " + decoder.getBodyHttpDatas());
      }
      if (!left) {
        decoder.getBodyHttpDatas().forEach(ReferenceCounted::release);
      }
      decoder.destroy();
      request.release();
    }
  }
}

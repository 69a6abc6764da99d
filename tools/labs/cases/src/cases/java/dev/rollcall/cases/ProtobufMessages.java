package dev.rollcall.cases;

import com.google.protobuf.StringValue;
import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.codec.protobuf.ProtobufDecoder;
import reactor.core.publisher.Flux;

/** A server that decodes streams of messages, some of which are none. */
final class ProtobufMessages {
  private static final int REFUSED = 20;
  private static final byte[] NONSENSE = {3, 10, 100, 0};

  private ProtobufMessages() {}

  public static void main(String[] args) throws IOException {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    NettyDataBufferFactory buffers = new NettyDataBufferFactory(allocator);
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    StringValue.of("sound").writeDelimitedTo(sound);
    ProtobufDecoder decoder = new ProtobufDecoder();
    int refused = 0;
    for (boolean nonsense : Operations.of(args, REFUSED)) {
      DataBuffer received = buffers.allocateBuffer();
      received.write(nonsense ? NONSENSE : sound.toByteArray());
      try {
        decoder
            .decode(Flux.just(received), ResolvableType.forClass(StringValue.class), null, null)
            .blockLast();
      } catch (DecodingException e) {
        refused++;
      }
    }
    if (refused != REFUSED) {
      throw new IllegalStateException(refused + " streams were refused.");
    }
  }
}

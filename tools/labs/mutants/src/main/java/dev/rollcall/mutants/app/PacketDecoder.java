package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/**
 * Packets of a kind, a length and a checksum, a byte each, and what is in them. Data is passed on,
 * pings are answered, acknowledgements are only counted.
 */
public final class PacketDecoder extends ByteToMessageDecoder {
  private static final int HEAD = 3;

  private int acknowledged;

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < HEAD
        || in.readableBytes() < HEAD + in.getUnsignedByte(in.readerIndex() + 1)) {
      return;
    }
    int kind = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    int checksum = in.readUnsignedByte();
    ByteBuf packet = in.readRetainedSlice(length);
    if (sum(packet) != checksum) {
      packet.release();
      throw new CorruptedFrameException("wrong checksum");
    }
    take(context, kind, packet, out);
  }

  // What cannot be written is released by Netty.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void take(ChannelHandlerContext context, int kind, ByteBuf packet, List<Object> out) {
    switch (kind) {
      case 'd' -> out.add(packet);
      case 'p' -> context.writeAndFlush(packet);
      case 'a' -> {
        acknowledged += packet.readableBytes();
        packet.release();
      }
      default -> {
        packet.release();
        throw new CorruptedFrameException("unknown kind after " + acknowledged);
      }
    }
  }

  private static int sum(ByteBuf packet) {
    int sum = 0;
    for (int i = packet.readerIndex(); i < packet.writerIndex(); i++) {
      sum += packet.getByte(i);
    }
    return sum & 0xff;
  }
}

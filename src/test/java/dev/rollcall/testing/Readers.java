package dev.rollcall.testing;

import io.netty.buffer.ByteBuf;

/** Users of a buffer that are told apart. */
public final class Readers {
  private Readers() {}

  /** Reads so many bytes. */
  public static void decode(ByteBuf buf, int bytes) {
    for (int i = 0; i < bytes; i++) {
      buf.readByte();
    }
  }

  /** Reads so many bytes, too. */
  public static void log(ByteBuf buf, int bytes) {
    for (int i = 0; i < bytes; i++) {
      buf.readByte();
    }
  }
}

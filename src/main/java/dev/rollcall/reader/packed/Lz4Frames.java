package dev.rollcall.reader.packed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * LZ4: one frame after the other, with blocks that stand alone or build on those before. What a
 * library for it reads is only the former.
 */
final class Lz4Frames {
  private static final int MAGIC = 0x184d2204;
  private static final int SKIPPED = 0x184d2a50;

  private static final int VERSION = 0xc0;
  private static final int VERSION_1 = 0x40;
  private static final int INDEPENDENT = 0x20;
  private static final int BLOCK_CHECK = 0x10;
  private static final int SIZE = 0x08;
  private static final int CHECK = 0x04;
  private static final int DICTIONARY = 0x01;

  private static final int AS_IT_IS = 1 << 31;

  private Lz4Frames() {}

  static void unpack(InputStream in, OutputStream out) throws IOException {
    int first = in.read();
    while (first >= 0) {
      int magic = first | LittleEndian.u8(in) << 8 | LittleEndian.u16(in) << 16;
      if (magic == MAGIC) {
        frame(in, out);
      } else if ((magic & ~0xf) == SKIPPED) {
        LittleEndian.skip(in, LittleEndian.i32(in) & 0xffffffffL);
      } else {
        throw DamagedException.followed();
      }
      first = in.read();
    }
  }

  private static void frame(InputStream in, OutputStream out) throws IOException {
    int flags = LittleEndian.u8(in);
    int blocks = LittleEndian.u8(in);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write(flags);
    header.write(blocks);
    for (int more = (flags & SIZE) != 0 ? Long.BYTES : 0; more > 0; more--) {
      header.write(LittleEndian.u8(in));
    }
    for (int more = (flags & DICTIONARY) != 0 ? Integer.BYTES : 0; more > 0; more--) {
      header.write(LittleEndian.u8(in));
    }
    int check = hash(header.toByteArray(), header.size()) >>> 8 & 0xff;
    int size = blocks >>> 4 & 7;
    if (LittleEndian.u8(in) != check || (flags & VERSION) != VERSION_1 || size < 4) {
      throw DamagedException.damaged();
    }
    if ((flags & DICTIONARY) != 0) {
      throw new StoppedException(
          "was packed with a dictionary, which is not in it; unpack it and give what comes out");
    }
    blocks(in, out, flags, 1 << (8 + 2 * size));
  }

  private static void blocks(InputStream in, OutputStream out, int flags, int largest)
      throws IOException {
    Lz4Block block = new Lz4Block(largest);
    byte[] packed = new byte[largest];
    int known = 0;
    try (StreamingXXHash32 check = XXHashFactory.safeInstance().newStreamingHash32(0)) {
      int word = LittleEndian.i32(in);
      while (word != 0) {
        int count = word & ~AS_IT_IS;
        if (count > largest) {
          throw DamagedException.damaged();
        }
        int there = in.readNBytes(packed, 0, count);
        if ((flags & BLOCK_CHECK) != 0
            && there == count
            && LittleEndian.i32(in) != hash(packed, count)) {
          throw DamagedException.wrongSum();
        }
        try {
          if ((word & AS_IT_IS) != 0) {
            block.take(packed, there);
          } else {
            block.unpack(packed, there, known, largest);
          }
        } catch (IOException e) {
          throw there < count ? DamagedException.cutShort() : e;
        } finally {
          out.write(block.bytes(), Lz4Block.HISTORY, block.count());
        }
        if (there < count) {
          throw DamagedException.cutShort();
        }
        check.update(block.bytes(), Lz4Block.HISTORY, block.count());
        if ((flags & INDEPENDENT) == 0) {
          known = Math.min(Lz4Block.HISTORY, known + block.count());
          block.moveOn();
        }
        word = LittleEndian.i32(in);
      }
      if ((flags & CHECK) != 0 && LittleEndian.i32(in) != check.getValue()) {
        throw DamagedException.wrongSum();
      }
    }
  }

  private static int hash(byte[] bytes, int count) {
    return XXHashFactory.safeInstance().hash32().hash(bytes, 0, count, 0);
  }
}

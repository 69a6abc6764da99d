package dev.rollcall.reader.packed;

import java.io.IOException;

/**
 * Blocks of LZ4: runs of bytes as they are, each followed by a copy of what came up to 64 KiB
 * before. In pure Java, because what loads native code has a JVM print a warning.
 */
final class Lz4Block {
  /** How far back a copy may come from. */
  static final int HISTORY = 1 << 16;

  private static final int SHORTEST_COPY = 4;
  private static final int MORE = 15;
  private static final int EVEN_MORE = 255;

  private final byte[] out;
  private byte[] in = {};
  private int limit;
  private int next;
  private int at;

  /**
   * @param largest most bytes that come out of a block
   */
  Lz4Block(int largest) {
    out = new byte[HISTORY + largest];
  }

  /** Where what was unpacked last is: from {@link #HISTORY} on. Before it is what came earlier. */
  byte[] bytes() {
    return out;
  }

  /** How much was unpacked last, also of a damaged block. */
  int count() {
    return at - HISTORY;
  }

  /** Takes a block that is not packed. */
  void take(byte[] bytes, int count) {
    System.arraycopy(bytes, 0, out, HISTORY, count);
    at = HISTORY + count;
  }

  /** Forgets what was unpacked last, but for what the next block may copy. */
  void moveOn() {
    System.arraycopy(out, at - HISTORY, out, 0, HISTORY);
    at = HISTORY;
  }

  /**
   * Unpacks a block.
   *
   * @param known how many bytes before it can be copied
   * @param largest most bytes that may come out
   */
  void unpack(byte[] block, int count, int known, int largest) throws IOException {
    in = block;
    limit = count;
    next = 0;
    at = HISTORY;
    int end = HISTORY + largest;
    while (true) {
      int token = u8();
      int literals = length(token >>> 4);
      int there = Math.min(literals, Math.min(limit - next, end - at));
      System.arraycopy(in, next, out, at, there);
      next += there;
      at += there;
      if (there < literals) {
        throw DamagedException.damaged();
      }
      if (next == limit) {
        return;
      }
      int distance = u8() | u8() << 8;
      int length = length(token & MORE) + SHORTEST_COPY;
      int from = at - distance;
      if (distance == 0 || from < HISTORY - known || length > end - at) {
        throw DamagedException.damaged();
      }
      copy(from, length);
    }
  }

  private void copy(int from, int length) {
    if (at - from >= length) {
      System.arraycopy(out, from, out, at, length);
    } else {
      for (int i = 0; i < length; i++) {
        out[at + i] = out[from + i];
      }
    }
    at += length;
  }

  private int length(int begun) throws IOException {
    int length = begun;
    if (begun == MORE) {
      int more;
      do {
        more = u8();
        length += more;
      } while (more == EVEN_MORE);
    }
    return length;
  }

  private int u8() throws IOException {
    if (next == limit) {
      throw DamagedException.damaged();
    }
    return in[next++] & 0xff;
  }
}

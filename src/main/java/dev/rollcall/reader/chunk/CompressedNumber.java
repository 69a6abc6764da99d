package dev.rollcall.reader.chunk;

import java.nio.ByteBuffer;

/** A number as chunks have it: seven bits a byte, lowest first, while the eighth is set. */
final class CompressedNumber {
  /** Bytes of the longest number; its last byte counts whole. */
  static final int LONGEST = 9;

  private CompressedNumber() {}

  /** Reads the number at the buffer's position; where the bytes end, it ends. */
  static long read(ByteBuffer bytes) {
    long number = 0;
    for (int i = 0; i < LONGEST && bytes.hasRemaining(); i++) {
      long next = bytes.get() & 0xff;
      if (i == LONGEST - 1) {
        return number | next << (7 * i);
      }
      number |= (next & 0x7f) << (7 * i);
      if (next < 0x80) {
        return number;
      }
    }
    return number;
  }
}

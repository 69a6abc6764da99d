package dev.rollcall.reader.chunk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A number as chunks have it: seven bits a byte, lowest first, while the eighth is set. */
public final class CompressedNumber {
  /** Bytes of the longest number; its last byte counts whole. */
  public static final int LONGEST = 9;

  private static final int BITS = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private CompressedNumber() {}

  /** Reads the number at the buffer's position; where the bytes end, it ends. */
  public static long read(ByteBuffer bytes) {
    long number = 0;
    for (int i = 0; i < LONGEST && bytes.hasRemaining(); i++) {
      long next = bytes.get() & 0xff;
      if (i == LONGEST - 1) {
        return number | next << (BITS * i);
      }
      number |= (next & LOW) << (BITS * i);
      if (next < MORE) {
        return number;
      }
    }
    return number;
  }

  /** Writes a number in as few bytes as it needs. */
  public static void write(long number, ByteArrayOutputStream bytes) {
    long rest = number;
    int length = length(number);
    for (int i = 1; i < length; i++) {
      bytes.write((int) (rest & LOW) | MORE);
      rest >>>= BITS;
    }
    bytes.write((int) rest);
  }

  /** How many bytes a number needs. */
  public static int length(long number) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(number);
    return Math.max(1, Math.min(LONGEST, (bits + BITS - 1) / BITS));
  }
}

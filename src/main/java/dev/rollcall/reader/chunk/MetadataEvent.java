package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * The first numbers of the event that describes all others of its chunk.
 *
 * @param size its length, in bytes
 * @param type 0, if it is one
 * @param strings how many strings it says that the table has which follows
 */
public record MetadataEvent(long size, long type, long strings) {
  private static final long TYPE = 0;

  /** Size, type, start, duration and id come before the number of strings. */
  private static final int NUMBERS = 6;

  /** The numbers that it begins with, behind its size. */
  public static long[] begin(long duration, long strings) {
    return new long[] {TYPE, 0, duration, 1, strings};
  }

  /**
   * What stands where the header of a chunk with compressed numbers says; its type may be wrong.
   */
  public static MetadataEvent of(FileChannel file, long chunk, ChunkHeader header)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(CompressedNumber.LONGEST * NUMBERS);
    long[] numbers = new long[NUMBERS];
    Arrays.fill(numbers, -1);
    if (header.metadata() >= ChunkHeader.BYTES && header.metadata() < header.size()) {
      file.read(bytes, chunk + header.metadata());
      bytes.flip();
      for (int i = 0; i < NUMBERS; i++) {
        numbers[i] = (int) CompressedNumber.read(bytes);
      }
    }
    return new MetadataEvent(numbers[0], numbers[1], numbers[NUMBERS - 1]);
  }

  /** Steps over the numbers that it begins with, to its strings. */
  static void skip(ByteBuffer bytes) {
    for (int i = 0; i < NUMBERS; i++) {
      CompressedNumber.read(bytes);
    }
  }

  /**
   * Whether it can be one. The parser makes room for all strings before it reads the first, so that
   * there must not be more of them than bytes.
   */
  public boolean isPossible() {
    return type == TYPE && strings >= 0 && strings <= size;
  }
}

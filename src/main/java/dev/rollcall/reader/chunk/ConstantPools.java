package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The chain of constant pools of a chunk. Each names the one written before it by a distance, so
 * the chain runs backwards to its end; one that ever turns round would keep the parser busy for
 * good, on a thread that nobody can stop.
 */
public final class ConstantPools {
  /** The type of the event that holds constants. */
  private static final long POOL = 1;

  // Which of its numbers is which.
  private static final int TYPE = 1;
  private static final int DISTANCE = 4;

  private final FileChannel file;
  private final long chunk;
  private final long size;

  public ConstantPools(FileChannel file, long chunk, long size) {
    this.file = file;
    this.chunk = chunk;
    this.size = size;
  }

  /**
   * The numbers that the only constant pool of a chunk begins with, behind its size: type, start,
   * duration, no distance, its mask, and of how many types it has constants.
   */
  public static long[] only(long duration, long types) {
    return new long[] {POOL, 0, duration, 0, 1, types};
  }

  /** Whether the chain that begins at an offset within the chunk turns round. */
  public boolean turnRound(long first) throws IOException {
    long offset = first;
    while (offset > 0 && offset < size) {
      long delta = number(offset, DISTANCE);
      if (delta == 0 || number(offset, TYPE) != POOL) {
        // The end, or no pool at all, which the parser refuses.
        return false;
      }
      if (delta > 0) {
        return true;
      }
      offset += delta;
    }
    // Out of the chunk: the parser will find out by itself.
    return false;
  }

  /** Whether there is a constant pool at an offset within the chunk. */
  boolean begins(long offset) throws IOException {
    return offset >= ChunkHeader.BYTES && offset < size && number(offset, TYPE) == POOL;
  }

  /** One of the numbers that a constant pool begins with: size, type, start, duration, distance. */
  private long number(long offset, int index) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(CompressedNumber.LONGEST * (DISTANCE + 1));
    file.read(bytes, chunk + offset);
    bytes.flip();
    long number = 0;
    for (int i = 0; i <= index; i++) {
      number = CompressedNumber.read(bytes);
    }
    return number;
  }
}

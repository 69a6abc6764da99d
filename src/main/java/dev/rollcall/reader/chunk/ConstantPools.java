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
  private static final int TYPE = 1;
  private static final int DISTANCE = 4;
  private static final long POOL = 1;

  private final FileChannel file;
  private final long chunk;
  private final long size;

  public ConstantPools(FileChannel file, long chunk, long size) {
    this.file = file;
    this.chunk = chunk;
    this.size = size;
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

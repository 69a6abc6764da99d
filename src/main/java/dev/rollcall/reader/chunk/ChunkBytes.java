package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of one chunk as a stream that ends where the chunk ends. A turn, which is where the row
 * of its events leads backwards, reads as zeros: an event of no size, which the parser refuses.
 */
public final class ChunkBytes extends InputStream {
  private final FileChannel file;
  private final long end;
  private final long turn;
  private long position;

  /** {@code turn} is an offset in the chunk; -1 for none. */
  public ChunkBytes(FileChannel file, long offset, long size, long turn) {
    this.file = file;
    this.position = offset;
    this.end = offset + size;
    this.turn = turn < 0 ? Long.MIN_VALUE : offset + turn;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (position >= end) {
      return -1;
    }
    int wanted = (int) Math.min(length, end - position);
    int count = file.read(ByteBuffer.wrap(target, from, wanted), position);
    if (count > 0) {
      for (long zero = Math.max(turn, position); zero < turn + Integer.BYTES; zero++) {
        if (zero < position + count) {
          target[from + (int) (zero - position)] = 0;
        }
      }
      position += count;
    }
    return count;
  }
}

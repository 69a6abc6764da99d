package dev.rollcall.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of one chunk as a stream that ends where the chunk ends. */
final class ChunkBytes extends InputStream {
  private final FileChannel file;
  private final long end;
  private long position;

  ChunkBytes(FileChannel file, long offset, long size) {
    this.file = file;
    this.position = offset;
    this.end = offset + size;
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
      position += count;
    }
    return count;
  }
}

package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Finds the next chunk after damage, by the bytes every chunk begins with. The JVM leaves copies of
 * a chunk's header inside the chunk; only of the true one it holds that its first constant pool and
 * its metadata are where it says.
 */
public final class ChunkSearch {
  private static final int BLOCK = 1 << 16;
  private static final int OVERLAP = 5;

  private ChunkSearch() {}

  /** Offset of the first whole chunk at or after {@code from}; -1 when there is none. */
  public static long next(FileChannel file, long from) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long length = file.size();
    for (long at = from; at < length; at += BLOCK - OVERLAP) {
      block.clear();
      int count = file.read(block, at);
      for (int i = 0; i + OVERLAP < count; i++) {
        if (block.get(i) == 'F' && ChunkHeader.isStart(block, i) && isChunk(file, at + i)) {
          return at + i;
        }
      }
    }
    return -1;
  }

  private static boolean isChunk(FileChannel file, long offset) throws IOException {
    ChunkHeader header = ChunkHeader.read(file, offset);
    return header != null
        && header.size() <= file.size() - offset
        && (!header.compressed()
            || (new ConstantPools(file, offset, header.size()).begins(header.constantPool())
                && MetadataEvent.of(file, offset, header).isPossible()));
  }
}

package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The events of a chunk, which lie end to end from its header to its end, each beginning with its
 * size. The parser steps by these sizes and takes them as they are: one that leads backwards keeps
 * it busy for ever, and one that leads out of the chunk lets it end early, without a word on what
 * it did not see.
 *
 * @param misfit offset within the chunk of the first event whose size cannot be; -1 if the row is
 *     whole
 * @param backwards whether that size leads backwards
 */
public record EventRow(long misfit, boolean backwards) {
  private static final EventRow WHOLE = new EventRow(-1, false);
  private static final int BLOCK = 1 << 16;

  /** An event has at least a size and a type. */
  private static final int SMALLEST = 2;

  /** Walks the row. */
  public static EventRow of(FileChannel file, long chunk, ChunkHeader header) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(BLOCK).limit(0);
    long start = 0;
    long at = ChunkHeader.BYTES;
    while (at < header.size()) {
      if (at < start || at + CompressedNumber.LONGEST > start + window.limit()) {
        window.clear();
        fill(window, file, chunk + at);
        start = at;
      }
      window.position((int) (at - start));
      int size = size(window, header.compressed());
      if (size < SMALLEST || size > header.size() - at) {
        return new EventRow(at, size < 0);
      }
      at += size;
    }
    return WHOLE;
  }

  private static void fill(ByteBuffer window, FileChannel file, long position) throws IOException {
    int count = 0;
    while (window.hasRemaining() && count >= 0) {
      count = file.read(window, position + window.position());
    }
    window.flip();
  }

  /** The parser keeps 32 bits of it. */
  private static int size(ByteBuffer bytes, boolean compressed) {
    if (compressed) {
      return (int) CompressedNumber.read(bytes);
    }
    return bytes.remaining() < Integer.BYTES ? 0 : bytes.getInt();
  }

  public boolean isWhole() {
    return misfit < 0;
  }
}

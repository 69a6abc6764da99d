package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The first 68 bytes of a chunk: where it ends, when it began, whether it was closed, and whether
 * its numbers are compressed.
 */
public record ChunkHeader(
    long size,
    long constantPool,
    long metadata,
    long startNanos,
    long durationNanos,
    long startTicks,
    int state,
    boolean compressed) {
  public static final int BYTES = 68;

  /** "FLR\0". */
  static final int MAGIC = 0x464c5200;

  /** The header at an offset; {@code null} where there is none. */
  public static @Nullable ChunkHeader read(FileChannel file, long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        return null;
      }
    }
    if (bytes.getInt(0) != MAGIC || !isKnown(bytes.getShort(4))) {
      return null;
    }
    return new ChunkHeader(
        bytes.getLong(8),
        bytes.getLong(16),
        bytes.getLong(24),
        bytes.getLong(32),
        bytes.getLong(40),
        bytes.getLong(48),
        bytes.get(64) & 0xff,
        (bytes.get(67) & 1) != 0);
  }

  /** Major versions 1, of JDK 9 and 10, and 2, of all later ones. */
  private static boolean isKnown(short version) {
    return version == 1 || version == 2;
  }

  /** Whether the JVM had finished the chunk. */
  public boolean isClosed() {
    return state == 0;
  }

  /** End of the chunk, nanoseconds since 1970; its start where the header says nonsense. */
  public long endNanos() {
    long end = startNanos + durationNanos;
    return Math.max(startNanos, end);
  }
}

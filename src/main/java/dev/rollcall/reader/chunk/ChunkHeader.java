package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The first 68 bytes of a chunk: where it ends, when it began, whether it was closed, and whether
 * its numbers are compressed.
 *
 * @param size bytes of the chunk, this header included
 * @param constantPool offset, within the chunk, of the constant pool that was written last
 * @param metadata offset of the event that describes all others
 */
public record ChunkHeader(
    long size,
    long constantPool,
    long metadata,
    long startNanos,
    long durationNanos,
    long startTicks,
    long ticksPerSecond,
    int state,
    boolean compressed) {
  public static final int BYTES = 68;

  /** "FLR\0". */
  public static final int MAGIC = 0x464c5200;

  /** Of a chunk that the JVM had finished. */
  public static final int CLOSED = 0;

  // Where the fields are.
  public static final int SIZE = 8;
  public static final int CONSTANT_POOL = 16;
  public static final int METADATA = 24;
  public static final int STATE = 64;
  private static final int VERSION = 4;
  private static final int START_NANOS = 32;
  private static final int DURATION_NANOS = 40;
  private static final int START_TICKS = 48;
  private static final int TICKS_PER_SECOND = 56;
  private static final int FLAGS = 67;

  private static final int COMPRESSED = 1;
  private static final short NEWEST = 2;

  /** The header at an offset; {@code null} where there is none. */
  public static @Nullable ChunkHeader read(FileChannel file, long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        return null;
      }
    }
    if (!isStart(bytes, 0)) {
      return null;
    }
    return new ChunkHeader(
        bytes.getLong(SIZE),
        bytes.getLong(CONSTANT_POOL),
        bytes.getLong(METADATA),
        bytes.getLong(START_NANOS),
        bytes.getLong(DURATION_NANOS),
        bytes.getLong(START_TICKS),
        bytes.getLong(TICKS_PER_SECOND),
        bytes.get(STATE) & 0xff,
        (bytes.get(FLAGS) & COMPRESSED) != 0);
  }

  /** The magic number and a major version: 1, of JDK 9 and 10, or 2, of all later ones. */
  static boolean isStart(ByteBuffer bytes, int at) {
    return bytes.getInt(at) == MAGIC
        && bytes.getShort(at + VERSION) > 0
        && bytes.getShort(at + VERSION) <= NEWEST;
  }

  /** The header as it stands in a file, of version 2.0. */
  public ByteBuffer bytes() {
    return ByteBuffer.allocate(BYTES)
        .putInt(0, MAGIC)
        .putShort(VERSION, NEWEST)
        .putLong(SIZE, size)
        .putLong(CONSTANT_POOL, constantPool)
        .putLong(METADATA, metadata)
        .putLong(START_NANOS, startNanos)
        .putLong(DURATION_NANOS, durationNanos)
        .putLong(START_TICKS, startTicks)
        .putLong(TICKS_PER_SECOND, ticksPerSecond)
        .put(STATE, (byte) state)
        .put(FLAGS, (byte) (compressed ? COMPRESSED : 0));
  }

  /** Whether the JVM had finished the chunk. */
  public boolean isClosed() {
    return state == CLOSED;
  }

  /** End of the chunk, nanoseconds since 1970; its start where the header says nonsense. */
  public long endNanos() {
    long end = startNanos + durationNanos;
    return Math.max(startNanos, end);
  }
}

package dev.rollcall.report.jfr;

import dev.rollcall.reader.chunk.ChunkHeader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Set;

/**
 * Writes a flight recording of one chunk: its events as they come, then the constants and types
 * that they name, and last the header, which tells where those are. A tick is a nanosecond.
 */
final class ChunkWriter {
  private static final long TICKS_PER_SECOND = 1_000_000_000;

  private final FileChannel file;
  private final OutputStream out;
  private long position = ChunkHeader.BYTES;

  /** {@code file}: empty; whoever opened it closes it. */
  ChunkWriter(FileChannel file) throws IOException {
    this.file = file;
    file.position(ChunkHeader.BYTES);
    out = new BufferedOutputStream(Channels.newOutputStream(file));
  }

  void event(byte[] event) throws IOException {
    out.write(event);
    position += event.length;
  }

  /**
   * Writes all but the events; {@code start} in nanoseconds since 1970, {@code duration} too;
   * {@code types} are those of the events.
   */
  void finish(PoolWriter constants, long start, long duration, Set<Type> types) throws IOException {
    long constantsAt = position;
    event(constants.event(duration));
    long metadataAt = position;
    event(Metadata.event(duration, types));
    out.flush();
    ChunkHeader header =
        new ChunkHeader(
            position,
            constantsAt,
            metadataAt,
            start,
            duration,
            0,
            TICKS_PER_SECOND,
            ChunkHeader.CLOSED,
            true);
    file.write(header.bytes(), 0);
  }
}

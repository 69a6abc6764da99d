package dev.rollcall.report.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.Util;

/** What a Parquet file says of itself as a whole. */
public final class ParquetNotes {
  /** Ends each file: the length of its footer, and four letters. */
  private static final int TAIL = 8;

  private static final int MAGIC = 'P' | 'A' << 8 | 'R' << 16 | '1' << 24;

  private ParquetNotes() {}

  /**
   * The notes of a file, by their names.
   *
   * @throws IOException if it cannot be read, or is no Parquet file; the message says so
   */
  public static Map<String, String> of(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
      long end = channel.size() - TAIL;
      InputStream in = Channels.newInputStream(channel);
      if (end >= 0) {
        channel.position(end);
        tail.put(in.readNBytes(TAIL)).flip();
      }
      if (tail.limit() < TAIL
          || tail.getInt(TAIL / 2) != MAGIC
          || tail.getInt(0) < 0
          || tail.getInt(0) > end) {
        throw new IOException(file + " is not a Parquet file");
      }
      channel.position(end - tail.getInt(0));
      FileMetaData footer = footer(in, file);
      Map<String, String> notes = new TreeMap<>();
      if (footer.getKey_value_metadata() != null) {
        for (KeyValue note : footer.getKey_value_metadata()) {
          notes.put(note.getKey(), note.getValue() == null ? "" : note.getValue());
        }
      }
      return notes;
    }
  }

  private static FileMetaData footer(InputStream in, Path file) throws IOException {
    try {
      return Util.readFileMetaData(in, true);
    } catch (IOException | RuntimeException e) {
      throw new IOException(file + " is a damaged Parquet file", e);
    }
  }
}

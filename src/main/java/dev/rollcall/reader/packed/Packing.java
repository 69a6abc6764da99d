package dev.rollcall.reader.packed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** How something is packed, by its first bytes, whatever its name says. */
public enum Packing {
  GZIP("gzip", "\u001f\u008b"),
  /** Not one stream, but an archive of entries. */
  ZIP("zip", "PK\3\4", "PK\5\6"),
  LZ4("LZ4", "\4\"M\u0018"),
  ZSTANDARD("Zstandard", "(\u00b5/\u00fd");

  private static final int LONGEST = 4;

  private final String word;
  private final String start;
  private final String otherStart;

  Packing(String word, String start) {
    this(word, start, start);
  }

  Packing(String word, String start, String otherStart) {
    this.word = word;
    this.start = start;
    this.otherStart = otherStart;
  }

  /** The packing of a file; {@code null} if it is none of these. */
  public static @Nullable Packing of(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    file.read(bytes, 0);
    return of(bytes.array(), bytes.position());
  }

  /** The packing of what begins with so many bytes; {@code null} if it is none of these. */
  static @Nullable Packing of(byte[] bytes, int count) {
    String begin = new String(bytes, 0, Math.min(count, LONGEST), ISO_8859_1);
    for (Packing packing : values()) {
      if (begin.startsWith(packing.start) || begin.startsWith(packing.otherStart)) {
        return packing;
      }
    }
    return null;
  }

  /** What it is called. */
  public String word() {
    return word;
  }

  /**
   * Unpacks all of a stream, and writes each piece as soon as it is known.
   *
   * @throws DamagedException where the packed data is damaged; all before it has been written
   * @throws StoppedException what {@code out} throws when no more is wanted, or cannot be kept
   */
  void unpack(InputStream packed, OutputStream out) throws IOException {
    switch (this) {
      case GZIP -> GzipMembers.unpack(packed, out);
      case LZ4 -> Lz4Frames.unpack(packed, out);
      case ZSTANDARD -> zstandard(packed, out);
      case ZIP -> throw new IllegalStateException("an archive is no stream");
    }
  }

  /** The library is not on every class path, and has native code that is not for every system. */
  private static void zstandard(InputStream packed, OutputStream out) throws IOException {
    try {
      Zstandard.unpack(packed, out);
    } catch (LinkageError e) {
      throw new StoppedException(
          "cannot be unpacked, for there is no Zstandard for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + " here; unpack it with zstd -d and give what comes out");
    }
  }
}

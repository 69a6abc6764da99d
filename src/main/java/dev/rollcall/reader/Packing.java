package dev.rollcall.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * How a file is packed, by its first bytes. It is named, not unpacked: what comes out may be a
 * million times as large, and the reader needs a file that it can search.
 */
enum Packing {
  GZIP("gzip", "\u001f\u008b"),
  ZIP("zip", "PK\3\4"),
  LZ4("LZ4", "\4\"M\u0018"),
  ZSTANDARD("Zstandard", "(\u00b5/\u00fd");

  private static final int LONGEST = 4;

  private final String word;
  private final String start;

  Packing(String word, String start) {
    this.word = word;
    this.start = start;
  }

  /** The packing of a file; {@code null} if it is none of these. */
  static @Nullable Packing of(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    file.read(bytes, 0);
    String begin = new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    for (Packing packing : values()) {
      if (begin.startsWith(packing.start)) {
        return packing;
      }
    }
    return null;
  }

  /** What it is called. */
  String word() {
    return word;
  }
}

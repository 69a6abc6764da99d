package dev.rollcall.reader.packed;

import java.io.IOException;
import java.io.InputStream;

/** Reads numbers whose lowest byte comes first, which must be there. */
final class LittleEndian {
  private LittleEndian() {}

  static int u8(InputStream in) throws IOException {
    int read = in.read();
    if (read < 0) {
      throw DamagedException.cutShort();
    }
    return read;
  }

  static int u16(InputStream in) throws IOException {
    int low = u8(in);
    return low | u8(in) << 8;
  }

  static int i32(InputStream in) throws IOException {
    int low = u16(in);
    return low | u16(in) << 16;
  }

  /** Passes over so many bytes. */
  static void skip(InputStream in, long count) throws IOException {
    for (long left = count; left > 0; left--) {
      u8(in);
    }
  }
}

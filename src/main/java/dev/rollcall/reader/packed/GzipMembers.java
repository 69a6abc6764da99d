package dev.rollcall.reader.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip: one member after the other, as {@code cat} makes them; zeros may follow. The JDK's own
 * stream says nothing of a later member whose beginning is damaged, and loses what came out just
 * before damage.
 */
final class GzipMembers {
  private static final int BLOCK = 1 << 16;
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int DEFLATE = 8;

  // What the header has, too.
  private static final int CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int UNKNOWN = 0xe0;

  private GzipMembers() {}

  static void unpack(InputStream packed, OutputStream out) throws IOException {
    PushbackInputStream in = new PushbackInputStream(packed, BLOCK);
    Inflater inflater = new Inflater(true);
    try {
      int next = in.read();
      do {
        header(next, in);
        inflater.reset();
        member(in, inflater, out);
        next = in.read();
      } while (next == FIRST);
      while (next == 0) {
        next = in.read();
      }
      if (next >= 0) {
        throw DamagedException.followed();
      }
    } finally {
      inflater.end();
    }
  }

  private static void header(int first, InputStream in) throws IOException {
    if (first != FIRST || LittleEndian.u8(in) != SECOND || LittleEndian.u8(in) != DEFLATE) {
      throw DamagedException.damaged();
    }
    int flags = LittleEndian.u8(in);
    if ((flags & UNKNOWN) != 0) {
      throw DamagedException.damaged();
    }
    LittleEndian.skip(in, Integer.BYTES + 2L); // when, how and where it was made
    if ((flags & EXTRA) != 0) {
      LittleEndian.skip(in, LittleEndian.u16(in));
    }
    if ((flags & NAME) != 0) {
      skipText(in);
    }
    if ((flags & COMMENT) != 0) {
      skipText(in);
    }
    if ((flags & CHECK) != 0) {
      LittleEndian.skip(in, Short.BYTES);
    }
  }

  private static void skipText(InputStream in) throws IOException {
    int read;
    do {
      read = LittleEndian.u8(in);
    } while (read != 0);
  }

  private static void member(PushbackInputStream in, Inflater inflater, OutputStream out)
      throws IOException {
    byte[] input = new byte[BLOCK];
    byte[] output = new byte[BLOCK];
    CRC32 check = new CRC32();
    int count = 0;
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        count = in.read(input);
        if (count < 0) {
          throw DamagedException.cutShort();
        }
        inflater.setInput(input, 0, count);
      }
      long before = inflater.getBytesWritten();
      boolean damaged = false;
      try {
        inflater.inflate(output);
        damaged = inflater.needsDictionary();
      } catch (DataFormatException e) {
        damaged = true;
      }
      int inflated = (int) (inflater.getBytesWritten() - before);
      check.update(output, 0, inflated);
      out.write(output, 0, inflated);
      if (damaged) {
        throw DamagedException.damaged();
      }
    }
    in.unread(input, count - inflater.getRemaining(), inflater.getRemaining());
    boolean matches = LittleEndian.i32(in) == (int) check.getValue();
    matches &= LittleEndian.i32(in) == (int) inflater.getBytesWritten();
    if (!matches) {
      throw DamagedException.wrongSum();
    }
  }
}

package dev.rollcall.reader.packed;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The bytes of an entry, and at their end whether they are those that went in. */
final class EntryStream extends FilterInputStream {
  /** Small, because what has come out just before damage is lost with the block it is in. */
  private static final int BLOCK = 1 << 14;

  private final CRC32 sum = new CRC32();
  private final long expected;

  /**
   * @param expected the check sum; -1 where it is checked elsewhere
   */
  EntryStream(InputStream in, long expected) {
    super(in);
    this.expected = expected;
  }

  /** The unpacker of what is in the archive as it is. */
  static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] block = new byte[BLOCK];
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      out.write(block, 0, count);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read;
    try {
      read = super.read(bytes, from, count);
    } catch (EOFException e) {
      throw DamagedException.cutShort();
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("method")) {
        throw new StoppedException(Archive.UNPACK_IT);
      }
      throw DamagedException.damaged();
    }
    if (read >= 0) {
      sum.update(bytes, from, read);
    } else if (expected >= 0 && expected != sum.getValue()) {
      throw DamagedException.wrongSum();
    }
    return read;
  }

  @Override
  public int available() {
    return 0;
  }

  /** The archive is open longer than this. */
  @Override
  public void close() {}
}

package dev.rollcall.reader.packed;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Zstandard: one frame after the other. */
final class Zstandard {
  /** Small, because what has come out just before damage is lost with the block it is in. */
  private static final int BLOCK = 1 << 14;

  private Zstandard() {}

  static void unpack(InputStream packed, OutputStream out) throws IOException {
    try (InputStream in = new ZstdInputStreamNoFinalizer(new OneAtATime(packed))) {
      byte[] block = new byte[BLOCK];
      int count = read(in, block);
      while (count >= 0) {
        out.write(block, 0, count);
        count = read(in, block);
      }
    }
  }

  private static int read(InputStream in, byte[] block) throws IOException {
    try {
      return in.read(block);
    } catch (ZstdIOException e) {
      String reason = String.valueOf(e.getMessage());
      if (reason.contains("memory")) {
        throw new StoppedException(
            "was packed with a window of more than 128 MiB; unpack it with zstd -d --long=31 and"
                + " give what comes out");
      }
      throw reason.contains("Truncated") ? DamagedException.cutShort() : DamagedException.damaged();
    }
  }

  /** Has the library give what it has unpacked before it reads on, where damage may be. */
  private static final class OneAtATime extends FilterInputStream {
    OneAtATime(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 0;
    }
  }
}

package dev.rollcall.reader.packed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes to a file what a budget has room for. */
final class Bounded extends OutputStream {
  /** What every recording begins with. */
  private static final int RECORDING = 0x464c5200;

  private final FileChannel file;
  private final Budget budget;
  private boolean wanted;
  private long written;

  /**
   * @param wanted whether it is what it is, or passed over where it is not a recording
   */
  Bounded(FileChannel file, Budget budget, boolean wanted) {
    this.file = file;
    this.budget = budget;
    this.wanted = wanted;
  }

  /** Whether a recording begins like this. */
  static boolean isRecording(byte[] first) {
    return first.length >= Integer.BYTES && ByteBuffer.wrap(first).getInt(0) == RECORDING;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    budget.spend(count);
    try {
      ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
      while (left.hasRemaining()) {
        written += file.write(left);
      }
    } catch (IOException e) {
      throw Unpacked.noRoom(e);
    }
    if (!wanted && written >= Integer.BYTES) {
      mustBeARecording();
    }
  }

  /** Looks at the first bytes. */
  void mustBeARecording() throws IOException {
    if (!wanted) {
      ByteBuffer begin = ByteBuffer.allocate(Integer.BYTES);
      file.read(begin, 0);
      if (!isRecording(begin.array())) {
        throw new SkippedException();
      }
      wanted = true;
    }
  }
}

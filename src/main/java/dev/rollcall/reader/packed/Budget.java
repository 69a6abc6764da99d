package dev.rollcall.reader.packed;

import dev.rollcall.common.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much may come out of one file, with all that is in it. A small file may hold what fills a
 * disk.
 */
public final class Budget {
  /** Most entries of an archive. */
  static final int ENTRIES = 10_000;

  private static final long MOST = 16L << 30;
  private static final long FREE = 64L << 20;
  private static final int TIMES = 200;
  private static final double SHARE = 0.9;

  private final long most;
  private final String why;
  private long spent;

  Budget(long most, String why) {
    this.most = most;
    this.why = why;
  }

  /**
   * That of a file.
   *
   * @param packed its size in bytes
   */
  public static Budget of(long packed) {
    Path directory = directory();
    long space = (long) (space(directory) * SHARE);
    long times = Math.max(FREE, packed * TIMES);
    if (times <= Math.min(MOST, space)) {
      return new Budget(
          times,
          "more than "
              + (times == FREE ? Bytes.text(FREE) : TIMES + " times its size")
              + ", as no recording does");
    }
    return MOST <= space
        ? new Budget(MOST, "more than " + Bytes.text(MOST) + ", the most that is unpacked")
        : new Budget(
            space,
            String.format(
                Locale.ROOT,
                "more than %s, %.0f %% of what is free in %s",
                Bytes.text(space),
                SHARE * 100,
                directory));
  }

  /** Where what comes out is kept. */
  static Path directory() {
    return Path.of(System.getProperty("java.io.tmpdir", "."));
  }

  private static long space(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException unknown) {
      return MOST; // to write there will say what is wrong
    }
  }

  /** Whether nothing more may come out. */
  boolean isSpent() {
    return spent > most;
  }

  /** Takes what is about to come out. */
  void spend(long bytes) throws StoppedException {
    spent += bytes;
    if (spent > most) {
      throw new StoppedException(
          "unpacks to " + why + "; unpack it yourself and give what comes out");
    }
  }
}

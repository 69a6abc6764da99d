package dev.rollcall.reader.packed;

import dev.rollcall.recording.UnreadableRecordingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What came out of something packed, in a file that only its user can read. It is gone when this is
 * closed, and where the system can do that, it has no name from the beginning, so that nothing is
 * left of it however the JVM ends.
 */
public final class Unpacked implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final FileChannel file;
  private final @Nullable String damage;

  private Unpacked(FileChannel file, @Nullable String damage) {
    this.file = file;
    this.damage = damage;
  }

  /**
   * Unpacks a stream to its end, or to where it is damaged.
   *
   * @param packing how it is packed; not an archive
   * @param name what it is called in messages
   * @throws UnreadableRecordingException when nothing comes out, or more than may
   * @throws IOException when it cannot be read
   */
  public static Unpacked of(InputStream packed, Packing packing, Path name, Budget budget)
      throws UnreadableRecordingException, IOException {
    return of(new Packed(packed, packing, true), name, budget);
  }

  /**
   * A stream, and what is known of it.
   *
   * @param packing how it is packed; {@code null} for an entry that is what it is
   * @param wanted whether it is to be read even if no recording comes out
   */
  record Packed(InputStream in, @Nullable Packing packing, boolean wanted) {
    /** What it is called. */
    String word() {
      return packing == null ? Packing.ZIP.word() : packing.word();
    }

    void unpack(OutputStream out) throws IOException {
      InputStream all = new BufferedInputStream(in, BLOCK);
      if (packing == null) {
        EntryStream.copy(all, out);
      } else {
        packing.unpack(all, out);
      }
    }
  }

  /**
   * As above.
   *
   * @throws SkippedException when it is not wanted
   */
  static Unpacked of(Packed packed, Path name, Budget budget)
      throws UnreadableRecordingException, IOException {
    FileChannel file = null;
    try {
      file = temporary();
      String damage = unpack(packed, new Bounded(file, budget, packed.wanted));
      mustBePackedOnce(file, damage, packed.word(), name);
      Unpacked unpacked = new Unpacked(file, damage);
      file = null;
      return unpacked;
    } catch (StoppedException e) {
      throw new UnreadableRecordingException(name + " " + e.getMessage());
    } finally {
      if (file != null) {
        file.close();
      }
    }
  }

  private static FileChannel temporary() throws StoppedException {
    try {
      Path path = Files.createTempFile("rollcall-unpacked", null);
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /** Why what comes out cannot be kept. */
  static StoppedException noRoom(IOException e) {
    return new StoppedException(
        "cannot be unpacked in "
            + Budget.directory()
            + " ("
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
            + "); free some space there, or unpack it yourself and give what comes out");
  }

  /** How the packed data is damaged; {@code null} where it is not. */
  private static @Nullable String unpack(Packed packed, Bounded out) throws IOException {
    String damage = null;
    try {
      packed.unpack(out);
    } catch (DamagedException e) {
      damage = "the " + packed.word() + " data " + e.getMessage();
    }
    out.mustBeARecording();
    return damage;
  }

  private static void mustBePackedOnce(
      FileChannel file, @Nullable String damage, String word, Path name)
      throws UnreadableRecordingException, IOException {
    if (file.size() == 0) {
      throw new UnreadableRecordingException(
          name
              + (damage == null
                  ? " is packed with " + word + " and empty"
                  : " cannot be unpacked: " + damage)
              + "; copy it again");
    }
    Packing within = Packing.of(file);
    if (within != null) {
      throw new UnreadableRecordingException(
          name
              + " is packed twice, with "
              + word
              + " and in that with "
              + within.word()
              + "; unpack it once yourself and give what comes out");
    }
  }

  /** What came out. */
  public FileChannel file() {
    return file;
  }

  /**
   * Why not all of it came out as it went in, as in "the gzip data ends too early"; {@code null} if
   * it did.
   */
  public @Nullable String damage() {
    return damage;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

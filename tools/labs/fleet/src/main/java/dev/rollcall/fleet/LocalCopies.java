package dev.rollcall.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Files on the disk of the machine that reads them, while they are read. The reader goes to and fro
 * in a file, which costs a request each time where the file is in a bucket.
 */
final class LocalCopies implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final Configuration hadoop;
  private final Path directory;
  private int count;

  LocalCopies(Configuration hadoop) throws IOException {
    this.hadoop = hadoop;
    directory = Files.createTempDirectory("rollcall-fleet");
  }

  /** All of a file. */
  Path copy(RecordingFile file) throws IOException {
    return copy(file, Long.MAX_VALUE);
  }

  /** The beginning of a file: so many bytes of it, or all. */
  Path copy(RecordingFile file, long bytes) throws IOException {
    Path copy = directory.resolve(count++ + ".jfr");
    org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(file.uri());
    try (InputStream in = from.getFileSystem(hadoop).open(from);
        OutputStream out = Files.newOutputStream(copy)) {
      byte[] block = new byte[BLOCK];
      long left = bytes;
      while (left > 0) {
        int read = in.read(block, 0, (int) Math.min(block.length, left));
        if (read < 0) {
          break;
        }
        out.write(block, 0, read);
        left -= read;
      }
    }
    return copy;
  }

  /** Removes a copy as soon as it has been read. */
  static void remove(Path copy) throws IOException {
    Files.deleteIfExists(copy);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}

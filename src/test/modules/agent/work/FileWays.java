package work;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Files. */
final class FileWays {
  private static final Path DIRECTORY = Path.of(System.getProperty("work"));
  private static final Path FILE = DIRECTORY.resolve("file.txt");
  private static final Path ZIP = DIRECTORY.resolve("file.zip");
  private static final Path NONE = DIRECTORY.resolve("none");

  private FileWays() {}

  /** A stream with a class of its own, whose constructor fails after that of the stream. */
  static final class Picky extends FileInputStream {
    Picky(Path file, boolean fails) throws IOException {
      super(file.toFile());
      if (fails) {
        close(); // as it should, or the file stays open
        throw new IOException("fails");
      }
    }
  }

  static List<Way> all() throws IOException {
    Files.createDirectory(DIRECTORY);
    Files.writeString(FILE, "text");
    try (var zip = new JarOutputStream(Files.newOutputStream(ZIP))) {
      zip.putNextEntry(new ZipEntry("entry"));
    }
    return List.of(
        new Way(FileWays::inputStream, () -> new FileInputStream(NONE.toFile())),
        new Way(FileWays::reader, () -> new FileReader(NONE.toFile())),
        new Way(FileWays::outputStream, () -> new FileOutputStream(DIRECTORY.toFile())),
        new Way(FileWays::randomAccess, () -> new RandomAccessFile(NONE.toFile(), "r")),
        new Way(FileWays::channel, () -> FileChannel.open(NONE)),
        new Way(FileWays::channelOfStream, () -> new FileInputStream(NONE.toFile()).getChannel()),
        new Way(FileWays::newInputStream, () -> Files.newInputStream(NONE)),
        new Way(FileWays::lines, () -> Files.lines(NONE)),
        new Way(FileWays::list, () -> Files.list(NONE)),
        new Way(FileWays::walk, () -> Files.walk(NONE)),
        new Way(FileWays::directory, () -> Files.newDirectoryStream(NONE)),
        new Way(FileWays::zip, () -> new ZipFile(FILE.toFile())),
        new Way(FileWays::jar, () -> new JarFile(NONE.toFile())),
        new Way(FileWays::asynchronous, () -> AsynchronousFileChannel.open(NONE)),
        new Way(() -> new Picky(FILE, false), () -> new Picky(FILE, true)));
  }

  private static AutoCloseable inputStream() throws IOException {
    return new FileInputStream(FILE.toFile());
  }

  private static AutoCloseable reader() throws IOException {
    return new FileReader(FILE.toFile());
  }

  private static AutoCloseable outputStream() throws IOException {
    return new FileOutputStream(FILE.toFile(), true);
  }

  private static AutoCloseable randomAccess() throws IOException {
    return new RandomAccessFile(FILE.toFile(), "rw");
  }

  private static AutoCloseable channel() throws IOException {
    return FileChannel.open(FILE, StandardOpenOption.READ);
  }

  private static AutoCloseable channelOfStream() throws IOException {
    return new FileInputStream(FILE.toFile()).getChannel();
  }

  private static AutoCloseable newInputStream() throws IOException {
    return Files.newInputStream(FILE);
  }

  private static AutoCloseable lines() throws IOException {
    return Files.lines(FILE);
  }

  private static AutoCloseable list() throws IOException {
    return Files.list(DIRECTORY);
  }

  private static AutoCloseable walk() throws IOException {
    return Files.walk(DIRECTORY);
  }

  private static AutoCloseable directory() throws IOException {
    return Files.newDirectoryStream(DIRECTORY);
  }

  private static AutoCloseable zip() throws IOException {
    return new ZipFile(ZIP.toFile());
  }

  private static AutoCloseable jar() throws IOException {
    return new JarFile(ZIP.toFile());
  }

  private static AutoCloseable asynchronous() throws IOException {
    return AsynchronousFileChannel.open(FILE);
  }
}

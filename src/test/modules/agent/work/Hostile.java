package work;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Its methods are nobody's business. */
final class Hostile {
  private Hostile() {}

  /** A file that answers nothing but where it is. */
  static final class Name extends File {
    private static final long serialVersionUID = 1;

    Name(String path) {
      super(path);
    }

    @Override
    public String toString() {
      throw new AssertionError("toString");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("equals");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashCode");
    }
  }

  /** A stream that likes nothing. */
  static final class Stream extends FileInputStream {
    Stream(File file) throws IOException {
      super(file);
    }

    @Override
    public void close() throws IOException {
      super.close();
      throw new IOException("but it is closed");
    }

    @Override
    public String toString() {
      throw new AssertionError("toString");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("equals");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashCode");
    }
  }

  static void all() throws IOException {
    Stream stream =
        new Stream(new Name(Path.of(System.getProperty("java.home"), "release").toString()));
    if (stream.read() < 0) {
      throw new AssertionError("empty");
    }
    try {
      stream.close();
    } catch (IOException expected) {
      return;
    }
    throw new AssertionError("did not throw");
  }
}

package dev.rollcall.ends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and directories of the runs. */
final class Directories {
  private Directories() {}

  /** Deletes a directory and all in it; nothing if there is none. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(directory)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  /** The bytes of all recordings below a directory. */
  static long recorded(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(directory)) {
      files = tree.filter(path -> path.toString().endsWith(".jfr")).toList();
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += size(file);
    }
    return bytes;
  }

  /** The bytes of a file; 0 if there is none. */
  static long size(Path file) throws IOException {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}

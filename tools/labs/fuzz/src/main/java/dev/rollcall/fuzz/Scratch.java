package dev.rollcall.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a target's bytes are in, always the same, in the directory it runs in. */
final class Scratch {
  private Scratch() {}

  static Path file(String name, byte[] bytes) {
    try {
      return Files.write(Path.of(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.rollcall.ends;

import java.io.IOException;
import java.nio.file.Path;

/** What is done to a program that is ready to end, from outside; then it is told to go on. */
@FunctionalInterface
interface Deed {
  /** Nothing. */
  Deed NONE = (process, directory) -> {};

  /**
   * Does it.
   *
   * @param directory what belongs to the run: its recording, its files
   */
  void to(Process process, Path directory) throws IOException, InterruptedException;

  /** Sends a signal, by its name without SIG. */
  static Deed signal(String name) {
    return (process, directory) -> {
      int status =
          new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new IOException("kill -" + name + " ended with status " + status);
      }
    };
  }

  /** Removes the directory with the recording and the report. */
  static Deed remove(String name) {
    return (process, directory) -> Directories.delete(directory.resolve(name));
  }
}

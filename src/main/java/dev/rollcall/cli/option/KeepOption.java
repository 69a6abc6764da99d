package dev.rollcall.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a recording goes that is read at once: to a file that stays, or to one that does not. */
public final class KeepOption {
  @Option(
      names = "--keep",
      paramLabel = "FILE",
      converter = OutputOption.FileConverter.class,
      description = "Keep the recording in FILE. Default: it is removed when it has been read.")
  private @Nullable Path file;

  /** What reads the file. */
  @FunctionalInterface
  public interface Reader {
    int read(Path recording) throws UsageException;
  }

  /** The file, which is written and so may be no other result; empty where none stays. */
  public List<String> files() {
    return file == null ? List.of() : List.of(file.toString());
  }

  /** Refuses, before any work is done, a file that could not be written. */
  public void check() throws UsageException {
    try {
      if (file == null || WholeFile.of(file).isWritable()) {
        return;
      }
    } catch (IOException refused) {
      // As below.
    }
    throw new UsageException(
        "cannot write --keep " + file + "; name a file in a directory that you may write to");
  }

  /** Writes the recording, and has it read. */
  public int use(WholeFile.Content content, Reader reader) throws UsageException {
    if (file != null) {
      write(file, content);
      return reader.read(file);
    }
    Path temporary = temporary();
    try {
      write(temporary, content);
      return reader.read(temporary);
    } finally {
      delete(temporary);
    }
  }

  private static Path temporary() throws UsageException {
    try {
      Path temporary = Files.createTempFile("rollcall-dump", ".jfr");
      temporary.toFile().deleteOnExit();
      return temporary;
    } catch (IOException e) {
      throw cannotKeep(System.getProperty("java.io.tmpdir", ""), e);
    }
  }

  private static void write(Path file, WholeFile.Content content) throws UsageException {
    try {
      WholeFile.of(file).write(content);
    } catch (IOException e) {
      throw cannotKeep(file.toString(), e);
    }
  }

  private static UsageException cannotKeep(String place, IOException e) {
    return new UsageException(
        "cannot keep the recording in "
            + place
            + " ("
            + ResultStream.reason(e)
            + "); free some space there, or name a file with --keep FILE");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // It is deleted at exit, or by whoever cleans the directory.
    }
  }
}

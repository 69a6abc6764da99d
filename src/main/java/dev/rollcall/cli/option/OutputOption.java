package dev.rollcall.cli.option;

import dev.rollcall.common.Paragraph;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the result goes: to a file, or to stdout. */
public final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      converter = FileConverter.class,
      description = "Write the result to FILE instead of stdout.")
  private @Nullable Path file;

  /** Reads a file name; one that cannot be is refused in a sentence of ours. */
  static final class FileConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      try {
        return Path.of(name);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + name + "' is not a file name");
      }
    }
  }

  /** What writes a result. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  /** What writes a result that is no text. */
  @FunctionalInterface
  public interface FileContent {
    void writeTo(Path file) throws IOException;
  }

  /** As {@link #check}, of a result that is no text: it needs a file. */
  public void checkFile(List<String> inputs) throws UsageException {
    if (file == null) {
      throw new UsageException("the result is binary; name a file for it with --output FILE");
    }
    check(inputs);
  }

  /** Refuses, before any work is done, a file that could not be written or is an input. */
  public void check(List<String> inputs) throws UsageException {
    if (file == null) {
      return;
    }
    Path directory = file.toAbsolutePath().getParent();
    boolean exists = Files.exists(file);
    boolean possible =
        exists
            ? Files.isWritable(file) && !Files.isDirectory(file)
            : directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
    if (!possible) {
      throw cannotWrite(file);
    }
    if (exists && inputs.stream().anyMatch(input -> isSame(file, input))) {
      throw new UsageException(
          "--output " + file + " is one of the inputs and would be overwritten; name another file");
    }
  }

  private static boolean isSame(Path file, String input) {
    try {
      return Files.isSameFile(file, Path.of(input));
    } catch (IOException | IllegalArgumentException notThere) {
      return false;
    }
  }

  private static UsageException cannotWrite(Path file) {
    return new UsageException(
        "cannot write --output " + file + "; name a file in a directory that you may write to");
  }

  /** What began well and could not be finished, as on a full disk. */
  private static UsageException notWritten(Path file, IOException failure) {
    return new UsageException(
        "cannot write --output "
            + file
            + " ("
            + ResultStream.reason(failure)
            + "); what is in it is not the whole result, so name a file in another place");
  }

  /** How wide the lines of the result may be: as the terminal is, if it goes there. */
  public int columns() {
    return file == null ? Terminal.columns() : Paragraph.COLUMNS;
  }

  public void writeFile(FileContent content) throws UsageException {
    Path target = Objects.requireNonNull(file);
    try {
      content.writeTo(target);
    } catch (IOException e) {
      throw notWritten(target, e);
    }
  }

  /** Writes to the file, or else to {@code stdout}, which keeps to itself why that failed. */
  public void write(ResultStream stdout, Content content) throws UsageException {
    if (file != null) {
      try (Writer writer = Files.newBufferedWriter(file)) {
        content.writeTo(writer);
      } catch (IOException e) {
        throw notWritten(file, e);
      }
      return;
    }
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(stdout, StandardCharsets.UTF_8));
      content.writeTo(writer);
      writer.flush();
    } catch (IOException e) {
      if (!stdout.hasFailed()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

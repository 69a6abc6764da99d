package dev.rollcall.cli.option;

import dev.rollcall.common.Paragraph;
import dev.rollcall.reader.Inputs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
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
  public static final class FileConverter implements ITypeConverter<Path> {
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

  /** Whether a file was named. */
  public boolean isGiven() {
    return file != null;
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
    if (!place(file).isWritable()) {
      throw new UsageException(
          "cannot write --output " + file + "; name a file in a directory that you may write to");
    }
    for (String input : inputs) {
      if (!Inputs.includes(input, file)) {
        continue;
      }
      throw new UsageException(
          Files.exists(file)
              ? "--output "
                  + file
                  + " is one of the inputs and would be overwritten; name another file"
              : "--output "
                  + file
                  + " would be one of the inputs of the next run, because "
                  + input
                  + " includes it; name another file");
    }
  }

  /** Refuses, before any work is done, to write a page for a browser to a terminal. */
  public void checkPage() throws UsageException {
    if (isSeen()) {
      throw new UsageException(
          "a page is for a browser and not for a terminal; name a file for it with --output"
              + " FILE");
    }
  }

  /** Whether the result goes to a person at a terminal. */
  public boolean isSeen() {
    return file == null && Terminal.isOut();
  }

  private static WholeFile place(Path file) throws UsageException {
    try {
      return WholeFile.of(file);
    } catch (IOException e) {
      throw new UsageException(
          "cannot write --output "
              + file
              + " ("
              + ResultStream.reason(e)
              + "); name the file itself, or one in another place");
    }
  }

  /** How wide the lines of the result may be: as the terminal is, if it goes there. */
  public int columns() {
    return file == null ? Terminal.columns() : Paragraph.COLUMNS;
  }

  /** Writes a result that is no text. */
  public void writeFile(WholeFile.Content content) throws UsageException {
    Path named = Objects.requireNonNull(file);
    WholeFile target = place(named);
    try {
      target.write(content);
    } catch (IOException e) {
      throw new UsageException(
          "cannot write --output "
              + named
              + " ("
              + ResultStream.reason(e)
              + (target.isReplaced()
                  ? ") and left it as it was"
                  : "); what is in it is not the whole result")
              + "; name a file in another place");
    }
  }

  /** Writes to the file, or else to {@code stdout}, which keeps to itself why that failed. */
  public void write(ResultStream stdout, Content content) throws UsageException {
    if (file != null) {
      writeFile(channel -> writeText(Channels.newOutputStream(channel), content));
      return;
    }
    try {
      writeText(stdout, content);
      stdout.finish();
    } catch (IOException e) {
      if (!stdout.hasFailed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void writeText(OutputStream out, Content content) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    content.writeTo(writer);
    writer.flush();
  }
}

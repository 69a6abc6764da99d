package dev.rollcall.cli.option;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read, and how the answer is written. */
public final class ReadingOptions {
  @Mixin private InputFiles input = new InputFiles();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Format.Converter.class,
      description = "text (default) or json.")
  private Format format = Format.TEXT;

  public Format format() {
    return format;
  }

  public List<String> files() {
    return input.files();
  }
}

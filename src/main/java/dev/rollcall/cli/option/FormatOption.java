package dev.rollcall.cli.option;

import picocli.CommandLine.Option;

/** How a report is written. */
public final class FormatOption {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Format.Converter.class,
      description = "text (default), json, junit, sarif or folded.")
  private Format format = Format.TEXT;

  public Format format() {
    return format;
  }
}

package dev.rollcall.cli.option;

import dev.rollcall.analysis.finding.LeakFinding.By;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What makes a group large. */
public final class ByOption {
  @Option(
      names = "--by",
      paramLabel = "WHAT",
      converter = Converter.class,
      description =
          "What the largest groups and causes have most of: count (default), or bytes, as far as"
              + " the program said what its resources hold. With --format folded also what is"
              + " counted.")
  private By by = By.COUNT;

  public By by() {
    return by;
  }

  /** Reads the words the command line knows; any other is refused. */
  static final class Converter implements ITypeConverter<By> {
    @Override
    public By convert(String word) {
      return switch (word) {
        case "count" -> By.COUNT;
        case "bytes" -> By.BYTES;
        default ->
            throw new TypeConversionException(
                "'" + word + "' is nothing that groups are ordered by, use count or bytes");
      };
    }
  }
}

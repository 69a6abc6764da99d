package dev.rollcall.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a result is written. */
enum Format {
  TEXT,
  JSON;

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the words the command line knows; any other is refused. */
  static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      for (Format format : values()) {
        if (format.word().equals(word)) {
          return format;
        }
      }
      String words = Arrays.stream(values()).map(Format::word).collect(Collectors.joining(" or "));
      throw new TypeConversionException("'" + word + "' is not a format, use " + words);
    }
  }
}

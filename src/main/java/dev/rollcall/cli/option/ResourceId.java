package dev.rollcall.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A resource id as the user writes it: 42, or 0x2a as every report prints it. */
public record ResourceId(long value) {
  /** Reads both spellings. */
  public static final class Converter implements ITypeConverter<ResourceId> {
    private static final int HEX = 16;

    @Override
    public ResourceId convert(String text) {
      try {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        return new ResourceId(
            hex ? Long.parseUnsignedLong(text.substring(2), HEX) : Long.parseUnsignedLong(text));
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not an id, write it as 42 or 0x2a");
      }
    }
  }
}

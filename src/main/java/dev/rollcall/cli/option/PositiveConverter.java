package dev.rollcall.cli.option;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many, or how many seconds: a whole number, 1 or more. */
public final class PositiveConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (text.matches("0*[1-9][0-9]*")) {
      return new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
    }
    throw new TypeConversionException("'" + text + "' is not a whole number, use 1 or more");
  }
}

package dev.rollcall.cli.gate;

import dev.rollcall.gate.FailOn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of {@code --fail-on}; any other is refused. */
final class FailOnConverter implements ITypeConverter<FailOn> {
  private static final String NONE = "none";

  @Override
  public FailOn convert(String list) {
    if (list.equals(NONE)) {
      return new FailOn(Set.of());
    }
    Set<FailOn.Kind> kinds = EnumSet.noneOf(FailOn.Kind.class);
    for (String word : list.split(",", -1)) {
      kinds.add(kind(word.strip()));
    }
    return new FailOn(kinds);
  }

  private static FailOn.Kind kind(String word) {
    for (FailOn.Kind kind : FailOn.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    if (word.equals(NONE)) {
      throw new TypeConversionException("'none' cannot be combined with other kinds");
    }
    String words =
        Arrays.stream(FailOn.Kind.values())
            .map(FailOn.Kind::word)
            .collect(Collectors.joining(", "));
    throw new TypeConversionException(
        "'" + word + "' is not a kind of finding, use " + words + " or none");
  }
}

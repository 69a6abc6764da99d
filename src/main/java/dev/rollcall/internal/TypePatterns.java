package dev.rollcall.internal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of class names, {@code *} standing for any characters. */
record TypePatterns(List<Pattern> patterns) {

  /** The patterns in a list separated by commas. */
  static TypePatterns parse(String text) {
    return new TypePatterns(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(TypePatterns::compile)
            .toList());
  }

  boolean matches(String typeName) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(typeName).matches());
  }

  private static Pattern compile(String glob) {
    return Pattern.compile(
        Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }
}

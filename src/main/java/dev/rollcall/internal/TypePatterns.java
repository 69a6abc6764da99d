package dev.rollcall.internal;

import java.util.Arrays;
import java.util.List;

/** Patterns of class names, {@code *} standing for any characters. */
record TypePatterns(List<Glob> patterns) {

  /** The patterns in a list separated by commas. */
  static TypePatterns parse(String text) {
    return new TypePatterns(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(Glob::of)
            .toList());
  }

  boolean matches(String typeName) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(typeName));
  }
}

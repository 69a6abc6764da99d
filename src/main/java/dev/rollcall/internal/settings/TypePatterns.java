package dev.rollcall.internal.settings;

import dev.rollcall.common.Glob;
import java.util.Arrays;
import java.util.List;

/** Patterns of class names, {@code *} standing for any characters. */
public record TypePatterns(List<Glob> patterns) {

  /** The patterns in a list separated by commas. */
  public static TypePatterns parse(String text) {
    return new TypePatterns(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(Glob::of)
            .toList());
  }

  public boolean matches(String typeName) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(typeName));
  }
}

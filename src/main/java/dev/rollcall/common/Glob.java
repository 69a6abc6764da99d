package dev.rollcall.common;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of names in which {@code *} stands for any characters, none included. */
public record Glob(Pattern pattern) {
  /** Compiles a pattern; every other character stands for itself. */
  public static Glob of(String text) {
    return new Glob(
        Pattern.compile(
            Arrays.stream(text.split("\\*+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL));
  }

  /** Whether the pattern stands for the whole name. */
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}

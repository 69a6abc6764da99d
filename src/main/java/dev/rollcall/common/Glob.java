package dev.rollcall.common;

import java.util.List;

/**
 * A pattern of names in which {@code *} stands for any characters, none included.
 *
 * @param parts what stands between the stars, one at least
 */
public record Glob(List<String> parts) {
  public Glob {
    parts = List.copyOf(parts);
  }

  /** Compiles a pattern; every other character stands for itself. */
  public static Glob of(String text) {
    return new Glob(List.of(text.split("\\*+", -1)));
  }

  /**
   * Whether the pattern stands for the whole name. Each part is taken where it comes first, which
   * leaves most to the others, so nothing is ever tried again: patterns may come from anywhere.
   */
  public boolean matches(String name) {
    String first = parts.get(0);
    int last = parts.size() - 1;
    if (last == 0) {
      return name.equals(first);
    }
    if (!name.startsWith(first)) {
      return false;
    }
    int end = first.length();
    for (String part : parts.subList(1, last)) {
      int at = name.indexOf(part, end);
      if (at < 0) {
        return false;
      }
      end = at + part.length();
    }
    return name.length() - end >= parts.get(last).length() && name.endsWith(parts.get(last));
  }
}

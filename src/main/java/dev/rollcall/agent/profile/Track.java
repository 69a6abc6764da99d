package dev.rollcall.agent.profile;

import dev.rollcall.common.Glob;
import java.util.Set;

/**
 * Classes that are watched because somebody has named them.
 *
 * @param text the pattern as it was written
 * @param pattern of class names
 * @param ends the methods that end their objects: a name and {@code ()} for the one without
 *     parameters, a name and {@code (} for any
 */
public record Track(String text, Glob pattern, Set<String> ends) {
  private static final Set<String> USUAL_ENDS = Set.of("close()", "release()", "shutdown()");

  /**
   * Reads a pattern, after which may stand a colon and the name of a method.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Track parse(String text) {
    int colon = text.indexOf(':');
    String names = (colon < 0 ? text : text.substring(0, colon)).strip();
    String method = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (names.isEmpty() || !names.chars().allMatch(Track::isOfPattern)) {
      throw new IllegalArgumentException(
          "track=" + text + " names no class: use a pattern as com.acme.**.*Session");
    }
    if (names.chars().allMatch(each -> each == '*' || each == '.')) {
      throw new IllegalArgumentException(
          "track=" + text + " would track every class: begin the pattern with a package");
    }
    if (colon >= 0
        && (method.isEmpty() || !method.chars().allMatch(Character::isJavaIdentifierPart))) {
      throw new IllegalArgumentException(
          "track=" + text + " names no method: write its name alone, as track=" + names + ":close");
    }
    // Two stars stand for any packages, none included.
    Glob pattern = Glob.of(names.replace(".**.", ".*"));
    return new Track(text, pattern, method.isEmpty() ? USUAL_ENDS : Set.of(method + '('));
  }

  private static boolean isOfPattern(int each) {
    return each == '*' || each == '.' || Character.isJavaIdentifierPart(each);
  }
}

package dev.rollcall.internal.settings;

import dev.rollcall.common.Glob;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long resources of some types may live, at most: the first pattern that matches counts. */
public record Expectations(List<Expectation> all) {
  /** Any age is right for any type. */
  public static final Expectations NONE = new Expectations(List.of());

  /** Ages are known to a few tenths of a second. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  private static final String EXAMPLE = "use TYPE:DURATION, as in com.acme.Conn:30s";

  /** How long resources may live whose type has such a name. */
  public record Expectation(Glob pattern, Duration atMost) {}

  public Expectations {
    all = List.copyOf(all);
  }

  /**
   * The expectations in a list separated by commas, each a pattern of class names, a colon and a
   * duration.
   *
   * @throws IllegalArgumentException if one of them is not like that, or too short to be seen
   */
  public static Expectations parse(String text) {
    return new Expectations(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(Expectations::expectation)
            .toList());
  }

  private static Expectation expectation(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' has no duration: " + EXAMPLE);
    }
    String pattern = text.substring(0, colon).strip();
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' names no type: " + EXAMPLE);
    }
    String span = text.substring(colon + 1).strip();
    Duration atMost = SettingText.duration(span);
    if (atMost.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "'"
              + span
              + "' is too short: ages are known to a few tenths of a second, so use "
              + SHORTEST.toMillis()
              + "ms or more");
    }
    return new Expectation(Glob.of(pattern), atMost);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** How long resources of a type may live; null where any age is right. */
  public @Nullable Duration of(String typeName) {
    for (Expectation one : all) {
      if (one.pattern().matches(typeName)) {
        return one.atMost();
      }
    }
    return null;
  }

  /** The shortest of them; null where there is none. */
  public @Nullable Duration shortest() {
    return all.stream().map(Expectation::atMost).min(Duration::compareTo).orElse(null);
  }
}

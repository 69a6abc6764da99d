package dev.rollcall.internal.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people write them. Each is refused with a sentence that says what it may be. */
public final class SettingText {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

  private SettingText() {}

  /**
   * A duration, as in {@code 5s}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration: use a number with ms, s or m, as in 5s");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  /**
   * Whether the word is {@code on}, and not {@code off}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static boolean isOn(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither on nor off");
    };
  }

  /**
   * A directory, which need not be there yet.
   *
   * @throws IllegalArgumentException if the text cannot name one
   */
  public static Path directory(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the value is empty: use the name of a directory");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is not the name of a directory", e);
    }
  }
}

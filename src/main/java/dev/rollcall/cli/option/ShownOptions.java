package dev.rollcall.cli.option;

import dev.rollcall.gate.Shown;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether what has leaked is listed, or what is open, and from which age on. */
public final class ShownOptions {
  @Option(names = "--leaked", description = "List only what has leaked.")
  private boolean leaked;

  @Option(
      names = "--open",
      description =
          "List only what was open when the recording ended; with --leaked, too, either of them.")
  private boolean open;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = AgeConverter.class,
      description =
          "Of what is open list only what is at least this old, as 500ms, 60s, 10m or 2h.")
  private long olderThanMillis;

  public Shown shown() {
    return new Shown(leaked, open, olderThanMillis);
  }

  /** Reads an age in milliseconds; units are those of the settings, and hours. */
  static final class AgeConverter implements ITypeConverter<Long> {
    private static final Pattern AGE = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Long convert(String text) {
      Matcher matcher = AGE.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not an age, use a number with ms, s, m or h, as in 60s");
      }
      return unit(matcher.group(2)).toMillis(Long.parseLong(matcher.group(1)));
    }

    private static TimeUnit unit(String word) {
      return switch (word) {
        case "ms" -> TimeUnit.MILLISECONDS;
        case "s" -> TimeUnit.SECONDS;
        case "m" -> TimeUnit.MINUTES;
        default -> TimeUnit.HOURS;
      };
    }
  }
}

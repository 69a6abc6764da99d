package dev.rollcall.internal.settings;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Labels;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code rollcall.*} properties, parsed. A word that means nothing is refused, never guessed.
 *
 * @param exitCode the exit status for leaks in {@code FAIL} mode; 0 leaves the status alone
 * @param report where the report at exit goes
 * @param jdbcStatements whether a tracked data source tracks statements and result sets
 * @param expect how long resources may live before they are overdue
 * @param labels what those who run this JVM call it
 */
public record Settings(
    LeakMode mode,
    SiteMode sites,
    int maxSites,
    TypePatterns ignore,
    Duration exitWait,
    int exitCode,
    ReportTarget report,
    boolean jdbcStatements,
    Expectations expect,
    Labels labels) {

  static final int DEFAULT_MAX_SITES = 50_000;

  private static final String PREFIX = "rollcall.";
  private static final Set<String> NAMES =
      Set.of(
          "rollcall.mode",
          "rollcall.sites",
          "rollcall.sites.max",
          "rollcall.ignore",
          "rollcall.expect",
          "rollcall.exitWait",
          "rollcall.exitCode",
          "rollcall.labels",
          "rollcall.report",
          "rollcall.jdbc.statements",
          "rollcall.jmx",
          "rollcall.spring.dataSources",
          "rollcall.junit.recordings");

  /** Where the report at exit goes: stderr unless {@code slf4j} or a file. */
  public record ReportTarget(boolean slf4j, @Nullable Path file) {
    public static final ReportTarget STDERR = new ReportTarget(false, null);
  }

  /** Whether the mode was set by whoever started the JVM. */
  public static boolean isModeSet() {
    return System.getProperty("rollcall.mode") != null || System.getenv("ROLLCALL_MODE") != null;
  }

  /** Settings of a checker that has no part in the exit of the process. */
  public static Settings separate(LeakMode mode, SiteMode sites, String ignore) {
    return new Settings(
        mode,
        sites,
        DEFAULT_MAX_SITES,
        TypePatterns.parse(ignore),
        Duration.ZERO,
        0,
        ReportTarget.STDERR,
        true,
        Expectations.NONE,
        labelsOfProcess());
  }

  /**
   * The settings in these properties; {@code environmentMode} stands in for an unset mode.
   *
   * @throws IllegalArgumentException saying which property is wrong and what it may be
   */
  public static Settings parse(Map<String, String> properties, @Nullable String environmentMode) {
    for (String name : new TreeSet<>(properties.keySet())) {
      if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "unknown property "
                + name
                + ": the properties are "
                + String.join(", ", new TreeSet<>(NAMES)));
      }
    }
    LeakMode mode =
        properties.containsKey("rollcall.mode")
            ? value(properties, "rollcall.mode", "off", LeakMode::parse)
            : environmentMode != null
                ? value(
                    Map.of("ROLLCALL_MODE", environmentMode),
                    "ROLLCALL_MODE",
                    "off",
                    LeakMode::parse)
                : LeakMode.OFF;
    if (properties.containsKey("rollcall.junit.recordings")) {
      value(properties, "rollcall.junit.recordings", "", SettingText::directory);
    }
    value(properties, "rollcall.jmx", "off", SettingText::isOn);
    return new Settings(
        mode,
        value(properties, "rollcall.sites", "always", SiteMode::parse),
        value(
            properties,
            "rollcall.sites.max",
            String.valueOf(DEFAULT_MAX_SITES),
            text -> number(text, 0, 100_000_000)),
        value(properties, "rollcall.ignore", "", TypePatterns::parse),
        value(properties, "rollcall.exitWait", "5s", SettingText::duration),
        value(properties, "rollcall.exitCode", "86", text -> number(text, 0, 255)),
        value(properties, "rollcall.report", "stderr", Settings::reportTarget),
        value(properties, "rollcall.jdbc.statements", "on", SettingText::isOn),
        value(properties, "rollcall.expect", "", Expectations::parse),
        value(properties, "rollcall.labels", "", LabelText::parse));
  }

  /** As the global checker has them; whoever asks that one is told if they are wrong. */
  private static Labels labelsOfProcess() {
    try {
      return LabelText.parse(System.getProperty("rollcall.labels", ""));
    } catch (IllegalArgumentException told) {
      return Labels.NONE;
    }
  }

  private static <T> T value(
      Map<String, String> properties, String name, String fallback, Function<String, T> parser) {
    try {
      return parser.apply(properties.getOrDefault(name, fallback));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static int number(String text, int min, int max) {
    String problem;
    try {
      BigInteger number = new BigInteger(text);
      if (number.compareTo(BigInteger.valueOf(min)) < 0) {
        problem = "too small";
      } else if (number.compareTo(BigInteger.valueOf(max)) > 0) {
        problem = "too large";
      } else {
        return number.intValueExact();
      }
    } catch (NumberFormatException e) {
      problem = "not a whole number";
    }
    throw new IllegalArgumentException(
        "'" + text + "' is " + problem + ": use " + min + " to " + max);
  }

  private static ReportTarget reportTarget(String text) {
    return switch (text) {
      case "stderr" -> ReportTarget.STDERR;
      case "slf4j" -> new ReportTarget(true, null);
      case "" ->
          throw new IllegalArgumentException(
              "the value is empty: use stderr, slf4j or a file name");
      default -> {
        try {
          yield new ReportTarget(false, Path.of(text));
        } catch (InvalidPathException e) {
          throw new IllegalArgumentException(
              "'" + text + "' is not a file name: use stderr, slf4j or a file name", e);
        }
      }
    };
  }
}

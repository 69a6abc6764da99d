package dev.rollcall.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines as system properties, and one as the variable that names the mode. They are refused in a
 * sentence that names the property, or taken as they are: a word is never guessed.
 */
public final class SettingsTarget {

  private SettingsTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes) {
    Must.beQuick(() -> check(new String(bytes, UTF_8)));
  }

  private static void check(String text) {
    Map<String, String> properties = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int at = line.indexOf('=');
              properties.put(line.substring(0, Math.max(at, 0)), line.substring(at + 1));
            });
    String environment = properties.remove("ROLLCALL_MODE");
    Settings settings;
    try {
      settings = Settings.parse(properties, environment);
    } catch (IllegalArgumentException e) {
      Must.beSentence(e.getMessage());
      Must.hold(
          String.valueOf(e.getMessage()).matches("(?s).*(rollcall\\.|ROLLCALL_).*"),
          () -> "the property is not named: " + e.getMessage());
      return;
    }
    String mode = properties.getOrDefault("rollcall.mode", environment);
    Must.hold(isWord(mode, settings.mode(), LeakMode.OFF), () -> mode + " is " + settings.mode());
    String sites = properties.get("rollcall.sites");
    Must.hold(
        isWord(sites, settings.sites(), SiteMode.ALWAYS), () -> sites + " is " + settings.sites());
    Must.hold(settings.exitCode() >= 0 && settings.exitCode() <= 255, settings::toString);
    Must.hold(!settings.exitWait().isNegative() && settings.maxSites() >= 0, settings::toString);
    String ignored = properties.getOrDefault("rollcall.ignore", "").split(",", 2)[0].strip();
    Must.hold(
        settings.expect().all().stream().noneMatch(one -> one.atMost().toMillis() < 500),
        settings::toString);
    Must.hold(
        ignored.isEmpty() || settings.ignore().matches(ignored), () -> ignored + " is not ignored");
  }

  private static boolean isWord(@Nullable String word, Object is, Object otherwise) {
    return word == null ? is.equals(otherwise) : word.equalsIgnoreCase(is.toString());
  }
}

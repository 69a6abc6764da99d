package dev.rollcall.cli.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What shows a page to the user: the commands that the variable {@code BROWSER} names, if it is
 * set, or else the one by which the system opens a file.
 */
public final class Browser {
  /** What fails does so at once; what still runs then is a browser that shows the page. */
  private static final long SECONDS = 5;

  private static final String PAGE = "%s";

  private final Map<String, String> environment;
  private final String system;

  /**
   * That of some system.
   *
   * @param system its name, as the property os.name has it
   */
  Browser(Map<String, String> environment, String system) {
    this.environment = Map.copyOf(environment);
    this.system = system.toLowerCase(Locale.ROOT);
  }

  /** That of this system. */
  public static Browser ofUser() {
    return new Browser(System.getenv(), System.getProperty("os.name", ""));
  }

  /** Opens a page; returns whether something shows it, as far as can be told. */
  public boolean open(Path page) {
    for (List<String> command : commands(page)) {
      if (run(command)) {
        return true;
      }
    }
    return false;
  }

  /** What may show a page, in the order in which it is tried. */
  List<List<String>> commands(Path page) {
    String chosen = environment.getOrDefault("BROWSER", "");
    if (!chosen.isBlank()) {
      return Arrays.stream(chosen.split(Pattern.quote(File.pathSeparator)))
          .filter(words -> !words.isBlank())
          .map(words -> command(words.strip(), page.toString()))
          .toList();
    }
    if (system.contains("mac")) {
      return List.of(List.of("open", page.toString()));
    }
    if (system.contains("windows")) {
      // The first argument in quotation marks would be the title of a window.
      return List.of(List.of("cmd", "/c", "start", "\"\"", page.toString()));
    }
    // Without a screen it would look for a browser that needs none, and take over the terminal.
    boolean hasScreen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return hasScreen ? List.of(List.of("xdg-open", page.toString())) : List.of();
  }

  /** A command in which %s stands for the page, or behind which the page belongs. */
  private static List<String> command(String words, String page) {
    List<String> command = new ArrayList<>();
    Arrays.stream(words.split(" +")).map(word -> word.replace(PAGE, page)).forEach(command::add);
    if (!words.contains(PAGE)) {
      command.add(page);
    }
    return command;
  }

  private static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

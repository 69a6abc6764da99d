package dev.rollcall.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The browser that is installed, and the program that drives it. */
record Chromium(Path browser, Path driver) {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

  /** Looks for both by their usual names; they are never fetched. */
  static Chromium installed() {
    return new Chromium(find("chromium", BROWSERS), find("chromium-driver", DRIVERS));
  }

  private static Path find(String debianPackage, List<String> names) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return names.stream()
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator))
                    .filter(directory -> !directory.isEmpty())
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no "
                        + names.get(0)
                        + " to look at the page with: install Debian's package "
                        + debianPackage
                        + ", or put it on the PATH."));
  }
}

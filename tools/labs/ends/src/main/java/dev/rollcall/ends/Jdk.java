package dev.rollcall.ends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A JDK to run on, with its full version. */
record Jdk(Path home, String version) {

  /** By what its release file says. */
  static Jdk at(Path home) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    return new Jdk(home, release.getProperty("JAVA_VERSION", "").replace("\"", ""));
  }

  int feature() {
    return Runtime.Version.parse(version).feature();
  }
}

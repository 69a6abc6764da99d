package dev.rollcall.agents.ways;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A JDK, by its home, and its version, such as 17. */
record Jdk(Path home, int feature) {
  static Jdk of(String home) throws IOException {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(home, "release"))) {
      release.load(in);
    }
    String version = release.getProperty("JAVA_VERSION").replace("\"", "");
    return new Jdk(Path.of(home), Runtime.Version.parse(version).feature());
  }

  String java() {
    return home.resolve("bin/java").toString();
  }
}

package dev.rollcall.agents.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What is measured on.
 *
 * @param home of the JDK
 * @param version of the JDK
 * @param agent the agent's jar
 * @param directory for archives and recordings
 */
record Setting(Path home, String version, Path agent, Path directory) {
  static final String USUAL = "files,sockets,jdbc";

  static Setting of(Path home, Path agent) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    Path directory = Path.of("target", "start", version).toAbsolutePath();
    Files.createDirectories(directory);
    return new Setting(home, version, agent, directory);
  }

  int feature() {
    return Runtime.Version.parse(version).feature();
  }

  /** The option that starts the agent, or nothing if there are no profiles. */
  List<String> agent(String profiles) {
    return profiles.isEmpty() ? List.of() : List.of("-javaagent:" + agent + '=' + profiles);
  }

  /** Java with these arguments; what it says on stderr is not kept. */
  ProcessBuilder java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("ROLLCALL_MODE");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
  }
}
